-- A layer, whole and in pieces of few vertices, and the question as a view over each: polygons outside, points
-- inside (OFFSET 0 keeps the planner from turning it round), so that GEOS prepares each polygon once.
-- Variables: areas, a file of id, group, rank and well-known binary; whole and pieces, the names of the tables;
-- answer, what is asked of the polygons that contain a point.
CREATE UNLOGGED TABLE :"whole" (id int, kind int, level int, geom geometry);
COPY :"whole" FROM :'areas' CSV;
CREATE UNLOGGED TABLE :"pieces" AS SELECT id, kind, level, ST_Subdivide(geom, 128) AS geom FROM :"whole";
ALTER TABLE :"whole" SET (parallel_workers = 2);
ALTER TABLE :"pieces" SET (parallel_workers = 2);
VACUUM ANALYZE :"whole";
VACUUM ANALYZE :"pieces";

CREATE VIEW :"whole_answers" AS
SELECT q.id, :answer AS answer
FROM :"whole" AS c
CROSS JOIN LATERAL (SELECT p.id FROM point AS p WHERE ST_Intersects(c.geom, p.geom) OFFSET 0) AS q
GROUP BY q.id;

CREATE VIEW :"pieces_answers" AS
SELECT q.id, :answer AS answer
FROM :"pieces" AS c
CROSS JOIN LATERAL (SELECT p.id FROM point AS p WHERE ST_Intersects(c.geom, p.geom) OFFSET 0) AS q
GROUP BY q.id;
