// What is a style sheet to the type checker? Only a side effect.
declare module '*.css'
