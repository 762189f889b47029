"""scikit-learn's DBSCAN with one member enough for a core: the groups of points linked by a distance."""

from common import Work, missing

try:
    import numpy
    import sklearn
    from sklearn.cluster import DBSCAN
except ImportError as fault:
    missing(str(fault))

work = Work(numpy)
NAME = "scikit-learn %s DBSCAN(min_samples=1)" % sklearn.__version__
# All neighbours of all points are held at once.
MOST = 200_000

points = numpy.stack([work.x, work.y], 1)


def groups():
    return [DBSCAN(eps=work.task["radiusM"], min_samples=1).fit(points).labels_.astype("<i4")]


if work.count <= MOST:
    work.tell("scatter.clusters", NAME, groups)
else:
    missing("more than %d points would need too much memory" % MOST)
