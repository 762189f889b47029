-- The points. Variable: points, a file of id, lon, lat.
CREATE UNLOGGED TABLE point_text (id int, lon float8, lat float8);
COPY point_text FROM :'points' CSV;
CREATE UNLOGGED TABLE point AS SELECT id, ST_MakePoint(lon, lat) AS geom FROM point_text;
CREATE INDEX ON point USING gist (geom);
ALTER TABLE point SET (parallel_workers = 2);
VACUUM ANALYZE point;
