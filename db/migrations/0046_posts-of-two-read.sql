-- The list of people shows also who was proposed for a first post.
GRANT SELECT ON post_proposals TO anjian_reader;
