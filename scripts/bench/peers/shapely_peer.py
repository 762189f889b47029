"""Shapely 2, the best way known: the points in a tree, each polygon prepared and asked about them."""

from common import Work, missing

try:
    import numpy
    import shapely

    if int(shapely.__version__.split(".")[0]) < 2:
        missing("Shapely %s is too old, 2.0 is wanted" % shapely.__version__)
except ImportError as fault:
    missing(str(fault))

work = Work(numpy)
NAME = "Shapely %s (GEOS %s)" % (shapely.__version__, shapely.geos_version_string)
# A million nearest edges take half a minute.
MOST_FOR_NEAREST = 100_000

points = shapely.points(work.lon, work.lat)
layers = {name: shapely.from_wkb(work.wkb(name)) for name in ("communes", "forests", "hazards")}
group, rank = work.ranks("hazards")


def first_of(pairs):
    """The smallest number of a polygon that contains each point; pairs come by polygon, ascending."""
    out = numpy.full(work.count, -1, "<i4")
    out[pairs[1][::-1]] = pairs[0][::-1]  # of several values for one place the last one stays
    return out


def highest_of(pairs):
    """Byte g: the highest rank of a containing polygon of group g."""
    polygon, point = pairs
    out = numpy.zeros(work.count, "<u4")
    for g in range(int(group.max(initial=0)) + 1):
        own = numpy.zeros(work.count, "u1")
        for r in range(1, int(rank.max(initial=0)) + 1):
            own[point[(group[polygon] == g) & (rank[polygon] == r)]] = r
        out |= own.astype("<u4") << numpy.uint32(8 * g)
    return out


def asked(tree):
    return [
        first_of(tree.query(layers["communes"], predicate="intersects")),
        first_of(tree.query(layers["forests"], predicate="intersects")),
        highest_of(tree.query(layers["hazards"], predicate="intersects")),
    ]


def once():
    for polygons in layers.values():
        shapely.destroy_prepared(polygons)
    return asked(shapely.STRtree(points))


work.tell("overlay.once", NAME, once)

kept = shapely.STRtree(points)
for polygons in layers.values():
    shapely.prepare(polygons)
work.tell("overlay.warm", NAME, lambda: asked(kept))

rings = shapely.get_rings(shapely.get_parts(shapely.from_wkb(work.wkb("hazards-plane"))))
positions, ring = shapely.get_coordinates(rings, return_index=True)
same = ring[1:] == ring[:-1]
edges = shapely.linestrings(numpy.stack([positions[:-1][same], positions[1:][same]], 1))
tree = shapely.STRtree(edges)
every = max(1, -(-work.count // MOST_FOR_NEAREST))


def nearest(chosen, sample):
    found, metres = tree.query_nearest(
        sample, max_distance=work.task["mostM"], return_distance=True, all_matches=False
    )
    out = numpy.full(-(-work.count // every), numpy.nan)
    out[chosen[found[0]] // every] = metres
    return [out]


for order, numbers in (("file", numpy.arange(work.count)), ("place", work.order)):
    chosen = numbers[numbers % every == 0]
    sample = shapely.points(work.x[chosen], work.y[chosen])
    work.tell("nearest.edges", "%s, points in %s order" % (NAME, order), lambda: nearest(chosen, sample), every)
