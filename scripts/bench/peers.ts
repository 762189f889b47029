/** Overlay, nearest and scatter once more, with the peers that are not npm packages: as far as they are installed. */
import type { Bench } from "./contest.ts";
import { provinceOf } from "./data/index.ts";
import { nearestContests, nearestData } from "./nearest.ts";
import { overlayContests, overlayData } from "./overlay.ts";
import { handOver, newFolder, removeFolder } from "./peers/hand-over.ts";
import { postgisPeer } from "./peers/postgis.ts";
import { pythonPeer } from "./peers/python.ts";
import { scatterContests, scatterData } from "./scatter.ts";

/** `peers` */
export const peers: Bench = {
  name: "peers",
  n: 1_000_000,
  async prepare({ seed, n }) {
    const province = provinceOf(seed, n);
    const folder = newFolder();
    handOver(folder, province);
    return {
      data: [...overlayData(province), ...nearestData(province), ...scatterData(province)],
      contests: [
        ...(await overlayContests(province)),
        ...(await nearestContests(province)),
        ...scatterContests(province),
      ],
      outside: [
        pythonPeer("Shapely", "shapely_peer.py", folder),
        pythonPeer("SciPy", "scipy_peer.py", folder),
        pythonPeer("scikit-learn", "sklearn_peer.py", folder),
        postgisPeer(province, folder),
      ],
      close: () => removeFolder(folder),
    };
  },
};
