"""The view ``posts``: who held which post, first and last seen in it. One query, the same in every database.

*Presiden* and *Presiden Indonesia* are one post: the country that needs no mention is none there.
"""

from __future__ import annotations

SELECT = """
SELECT
    r.position AS position, min(r.position_code) AS position_code, r.unit AS unit,
    coalesce(min(o.name), min(r.organization)) AS organization, r.organization_id AS organization_id,
    r.organization_entity_id AS organization_entity_id,
    nullif(r.region, 'Indonesia') AS region, r.region_code AS region_code, min(r.region_level) AS region_level,
    r.status AS status, p.entity_id AS entity_id, min(e.name) AS person,
    count(DISTINCT r.article_id) AS n_articles, min(a.published_at) AS first_seen, max(a.published_at) AS last_seen
FROM roles r
JOIN persons p ON p.person_id = r.person_id
JOIN entities e ON e.entity_id = p.entity_id
JOIN articles a ON a.article_id = r.article_id
LEFT JOIN entities o ON o.entity_id = r.organization_entity_id
WHERE r.role_class IN ('official', 'institutional')
GROUP BY p.entity_id, r.position, r.unit, r.organization_id, r.organization_entity_id,
    nullif(r.region, 'Indonesia'), r.region_code, r.status
"""
"""The query behind the view."""
