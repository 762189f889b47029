/** Names of the columns of communes, centres, forests, hazard zones and roads, folded (see `dictionary.ts`). */
import type { Dictionary } from "./dictionary.ts";
import { COMMUNE_CODE_NAMES, COMMUNE_NAME_NAMES, DISTRICT_NAMES, fieldNames } from "./household-names.ts";

/** Of communes and of their centres. */
export const PLACE_NAMES: Dictionary = {
  code: { ...COMMUNE_CODE_NAMES, weak: [...COMMUNE_CODE_NAMES.weak, "id"] },
  name: {
    ...COMMUNE_NAME_NAMES,
    names: [...COMMUNE_NAME_NAMES.names, "ten", "ten trung tam", "full name", "ten don vi", "ten day du"],
    weak: ["don vi", "dia ban", "ten goi", "unit", "label", "tencs", "ten cong trinh"],
    not: ["ma", "code", "id", "huyen", "tinh", "en", "anh", "english", "district", "province"],
  },
  district: DISTRICT_NAMES,
  // Only values that no province of today has show that a plain "tỉnh" is the former one (`valueFit`).
  province: fieldNames(
    "tinh cu, ten tinh cu, former province, tinh, ten tinh, province, province vn, province name, tinh thanh pho",
    "tentinh",
    "",
    "ma, code, id, moi, so",
  ),
};

export const FOREST_NAMES: Dictionary = {
  name: fieldNames(
    "ten rung, ten khu rung, ten khu, ten khu bao ve, ten khu bao ton, ten vuon quoc gia, ten bql, forest name, ten rung dac dung",
    "tenrung, tenkhu, tenrdd, tenvqg, tenkbt, tenkr",
    "ten, name, chu rung, churung, ten chu rung, don vi quan ly, orig name, chu quan ly, ban quan ly",
    "ma, code, id, xa, huyen, tinh, cay, en, anh",
  ),
  kind: fieldNames(
    "loai rung, ba loai rung, 3 loai rung, ten loai rung, ma loai rung, ma 3 loai rung, phan loai rung, quy hoach 3 loai rung, quy hoach ba loai rung, muc dich su dung rung, chuc nang rung, phan loai theo chuc nang, loai rung theo chuc nang, loai rung theo muc dich su dung, forest type, forest kind",
    "malr3, lr3, tenlr3, loairung, loai3r, qh3lr, qh3loai, lr3loai, mdsdr, ma lr3, loai3rung, tlr3",
    "loai, mdsd, mdsdung, muc dich su dung, chuc nang, quy hoach, desig, phan loai, type, loai khu",
    "cay, dat, nguon goc, trang thai, nam",
  ),
  subzone: fieldNames(
    "phan khu, phan khu chuc nang, ten phan khu, subzone, loai phan khu",
    "phankhu, pkhu, pkcn, tenpk, pkchucnang",
    "zone, vung, khu",
    "ma, tieu",
  ),
};

export const HAZARD_NAMES: Dictionary = {
  kind: fieldNames(
    "loai hinh thien tai, loai thien tai, loai nguy co, loai hinh nguy co, hazard kind, hazard type, loai tai bien, ten thien tai, loai hinh tai bien",
    "loaitt, loaihinh, lhtt, loaihinhtt, loaitb, loaitaibien, loaithient",
    "loai, loai hinh, thien tai, hazard, type, tai bien, ten, kieu",
    "ma, muc, cap, nguoi, nam, ngay, thiet hai",
  ),
  level: fieldNames(
    "muc, muc do, muc nguy co, muc do nguy co, nguy co, cap nguy co, phan cap nguy co, phan vung nguy co, do nhay cam, muc do nhay cam, muc nhay cam, tinh nhay cam, nguy co sat lo, nguy co truot lo, nguy co lu quet, nguy co lu ong, muc nguy co sat lo, muc nguy co lu quet, muc nguy co truot lo, susceptibility, susceptibility class, susceptibility level, hazard level",
    "nguyco, mucdo, capnc, mucnc, muc nc, mnc, nguycosl, nguycosatlo, nguycoluquet, capnguyco, ncsatlo, ncluquet, nguycolq, nguycotl, phancapnc, mucnguyco",
    "cap, cap do, nc, gridcode, grid code, dn, class, value, muc canh bao, canh bao, lop, phan cap, level",
    "rui, ro, mua, dien tich, so, lan, ngay, ghi, chu",
  ),
};

export const ROAD_NAMES: Dictionary = {
  name: fieldNames(
    "ten duong, ten tuyen, ten tuyen duong, tuyen duong, road name, street name",
    "tenduong, tentuyen, tduong",
    "ten, name, tuyen, duong, ref, so hieu",
    "ma, code, id, loai, cap, en, dai, rong, xa",
  ),
  class: fieldNames(
    "loai duong, cap duong, phan loai duong, cap hang duong, cap ky thuat, road class, road type, highway, phan cap duong",
    "loaiduong, capduong, fclass, roadclass, capkt, loaidg",
    "loai, cap, type, class, hang",
    "mat, ten, ma, ket cau, vat lieu",
  ),
};
