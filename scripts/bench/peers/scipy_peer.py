"""SciPy's cKDTree: nearest vertices, neighbours within a radius, groups."""

from common import Work, missing

try:
    import numpy
    import scipy
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree
except ImportError as fault:
    missing(str(fault))

work = Work(numpy)
NAME = "SciPy %s" % scipy.__version__
RADIUS_M = work.task["radiusM"]
FEWER_THAN = work.task["fewerThan"]
# All pairs of neighbours are held at once.
MOST_FOR_GROUPS = 200_000

points = numpy.stack([work.x, work.y], 1)
placed = points[work.order]
vertices = work.column("road-vertices").reshape(-1, 2)


def nearest(tree, asked, order):
    # The bound is exclusive here and inclusive with us.
    bound = numpy.nextafter(work.task["mostM"], numpy.inf)
    metres, _ = tree.query(asked, distance_upper_bound=bound)
    metres[numpy.isinf(metres)] = numpy.nan
    if order is None:
        return [metres]
    out = numpy.empty_like(metres)
    out[order] = metres
    return [out]


kept = cKDTree(vertices)
for contest, tree_of in (("nearest.roads", lambda: kept), ("nearest.roads.once", lambda: cKDTree(vertices))):
    work.tell(contest, NAME + ", points in file order", lambda: nearest(tree_of(), points, None))
    work.tell(contest, NAME + ", points in place order", lambda: nearest(tree_of(), placed, work.order))


def counts(tree, asked, order):
    out = numpy.empty(work.count, "<i4")
    out[order] = tree.query_ball_point(asked, RADIUS_M, return_length=True) - 1
    return [out]


def few(tree, asked, order):
    bound = numpy.nextafter(RADIUS_M, numpy.inf)
    metres, _ = tree.query(asked, k=[FEWER_THAN + 1], distance_upper_bound=bound)
    out = numpy.empty(work.count, "<i4")
    out[order] = numpy.isinf(metres[:, 0])
    return [out]


for name, asked, order in (("file", points, slice(None)), ("place", placed, work.order)):
    tree = cKDTree(asked)
    full = "%s, points in %s order" % (NAME, name)
    work.tell("scatter.neighbours", full, lambda: counts(tree, asked, order))
    work.tell("scatter.few", full, lambda: few(tree, asked, order))



def groups():
    pairs = cKDTree(points).query_pairs(RADIUS_M, output_type="ndarray")
    links = coo_matrix((numpy.ones(len(pairs), "i1"), (pairs[:, 0], pairs[:, 1])), (work.count, work.count))
    _, labels = connected_components(links, directed=False)
    return [labels.astype("<i4")]


if work.count <= MOST_FOR_GROUPS:
    work.tell("scatter.clusters", NAME + " + connected_components", groups)
