-- Forms of commands and what cases ask to have done hold what cases hold: no reader sees them, who has a scope reads cases, facts and notices.
REVOKE SELECT ON commands, effects FROM anjian_reader;
