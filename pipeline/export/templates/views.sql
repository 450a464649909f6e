-- What `gcm stats` counts, from the sentences themselves: a document that repeats another one does not count, and a
-- statement with two themes counts under both. null stands for the statements that have no theme or objective.

CREATE VIEW counted AS
SELECT statements.* FROM statements JOIN documents USING (doc_id) WHERE documents.duplicate_of IS NULL;

CREATE VIEW theme_status AS
SELECT
    statement_themes.theme,
    theme_label.title AS theme_name,
    counted.status,
    status_label.title AS status_name,
    count(DISTINCT counted.statement_id) AS statements,
    count(DISTINCT CASE WHEN counted.is_commitment THEN counted.statement_id END) AS commitments,
    count(DISTINCT counted.doc_id) AS documents,
    count(DISTINCT counted.submitter_id) AS submitters
FROM counted
LEFT JOIN statement_themes USING (statement_id)
LEFT JOIN codes AS theme_label ON theme_label.scheme = 'theme' AND theme_label.code = statement_themes.theme
LEFT JOIN codes AS status_label ON status_label.scheme = 'status' AND status_label.code = counted.status
GROUP BY statement_themes.theme, counted.status
ORDER BY theme_label.place IS NULL, theme_label.place, statement_themes.theme IS NULL, status_label.place;

CREATE VIEW objective_status AS
SELECT
    statement_objectives.objective,
    objective_label.title AS objective_name,
    counted.status,
    status_label.title AS status_name,
    count(DISTINCT counted.statement_id) AS statements,
    count(DISTINCT CASE WHEN counted.is_commitment THEN counted.statement_id END) AS commitments,
    count(DISTINCT counted.doc_id) AS documents,
    count(DISTINCT counted.submitter_id) AS submitters
FROM counted
LEFT JOIN statement_objectives USING (statement_id)
LEFT JOIN codes AS objective_label
    ON objective_label.scheme = 'gcm_objective' AND objective_label.code = CAST(statement_objectives.objective AS TEXT)
LEFT JOIN codes AS status_label ON status_label.scheme = 'status' AND status_label.code = counted.status
GROUP BY statement_objectives.objective, counted.status
ORDER BY statement_objectives.objective IS NULL, statement_objectives.objective, status_label.place;

CREATE VIEW submitter_objective_status AS
SELECT
    counted.submitter_id,
    submitters.name AS submitter,
    statement_objectives.objective,
    objective_label.title AS objective_name,
    counted.status,
    status_label.title AS status_name,
    count(DISTINCT counted.statement_id) AS statements,
    count(DISTINCT CASE WHEN counted.is_commitment THEN counted.statement_id END) AS commitments,
    count(DISTINCT counted.doc_id) AS documents
FROM counted
LEFT JOIN submitters USING (submitter_id)
LEFT JOIN statement_objectives USING (statement_id)
LEFT JOIN codes AS objective_label
    ON objective_label.scheme = 'gcm_objective' AND objective_label.code = CAST(statement_objectives.objective AS TEXT)
LEFT JOIN codes AS status_label ON status_label.scheme = 'status' AND status_label.code = counted.status
GROUP BY counted.submitter_id, statement_objectives.objective, counted.status
ORDER BY
    submitters.place IS NULL, submitters.place,
    statement_objectives.objective IS NULL, statement_objectives.objective, status_label.place;

CREATE VIEW totals AS
SELECT
    count(*) AS statements,
    coalesce(sum(is_commitment), 0) AS commitments,
    count(DISTINCT doc_id) AS documents,
    count(DISTINCT submitter_id) AS submitters
FROM counted;

-- One statement a row, with its place in words: for reading and for quoting.
CREATE VIEW statements_read AS
SELECT
    coalesce(documents.title, documents.file_name) AS document,
    submitters.name AS submitter,
    paragraphs.number,
    paragraphs.page_first AS page,
    statements.text,
    status_label.title AS status,
    (
        SELECT group_concat(title, '; ')
        FROM (
            SELECT codes.title
            FROM statement_objectives
            JOIN codes
                ON codes.scheme = 'gcm_objective' AND codes.code = CAST(statement_objectives.objective AS TEXT)
            WHERE statement_objectives.statement_id = statements.statement_id
            ORDER BY codes.place
        )
    ) AS objectives,
    (
        SELECT group_concat(title, '; ')
        FROM (
            SELECT codes.title
            FROM statement_themes
            JOIN codes ON codes.scheme = 'theme' AND codes.code = statement_themes.theme
            WHERE statement_themes.statement_id = statements.statement_id
            ORDER BY codes.place
        )
    ) AS themes,
    documents.symbol,
    documents.path,
    documents.duplicate_of IS NULL AS counts,
    statements.needs_review,
    statements.language,
    statements.statement_id
FROM statements
JOIN paragraphs USING (paragraph_id)
JOIN documents ON documents.doc_id = statements.doc_id
LEFT JOIN submitters ON submitters.submitter_id = statements.submitter_id
LEFT JOIN codes AS status_label ON status_label.scheme = 'status' AND status_label.code = statements.status;
