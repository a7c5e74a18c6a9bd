// What does somebody see of a substitution that concerns him?
