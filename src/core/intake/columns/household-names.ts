/** Names of the columns of household lists, folded (see `dictionary.ts`). */
import type { Dictionary, FieldNames } from "./dictionary.ts";

const list = (text: string) => (text === "" ? [] : text.split(", "));

/** From lists separated by commas. */
export function fieldNames(names: string, short = "", weak = "", not = ""): FieldNames {
  return { names: list(names), short: list(short), weak: list(weak), not: list(not) };
}

/** Names of the code of a commune, the same in every layer. */
export const COMMUNE_CODE_NAMES = fieldNames(
  "ma xa, ma phuong xa, ma xa phuong, ma xa phuong thi tran, ma dvhc, ma dvhc cap xa, ma don vi hanh chinh, ma don vi hanh chinh cap xa, ma so xa, ma xa moi, ma xa cu, gso code, commune code, ward code, ma gso, ma hanh chinh xa",
  "maxa, mapx, ma px, madvhc, maphuong, xaid, idxa, ma xp, maxp, mxa, mahcxa, maxagso",
  "ma, ma so, code, commune id, ward id, dvhc",
  "ten, thon, buon, huyen, tinh, buu",
);

/** Names of a commune, the same in every layer. */
export const COMMUNE_NAME_NAMES = fieldNames(
  "ten xa, xa, phuong, xa phuong, phuong xa, ten phuong xa, ten xa phuong, xa phuong thi tran, ten xa phuong thi tran, dia chi xa, ten dvhc, ten xa moi, phuong xa moi, xa phuong moi, ten xa cu, commune, commune vn, commune name, ward, ward name, ubnd xa",
  "tenxa, txa, tenpx, ten px, xaphuong, phuongxa, xptt, tenxp, tendvhc, xa moi, xa cu",
  "dia ban, don vi, dia chi, noi o",
  "ma, code, id, thon, buon, huyen, so, trung tam, dien tich",
);

export const DISTRICT_NAMES = fieldNames(
  "huyen, ten huyen, quan huyen, ten quan huyen, huyen thi xa, huyen thanh pho, huyen thi xa thanh pho, ten huyen thi xa thanh pho, huyen cu, ten huyen cu, district, district vn, district name, former district, dia chi huyen, huyen tx tp",
  "tenhuyen, thuyen, tenqh, quanhuyen, huyentx, thuyentx, hytxtp",
  "",
  "ma, code, id, so, xa, thon",
);

export const HOUSEHOLD_NAMES: Dictionary = {
  id: fieldNames(
    "ma ho, ma so ho, ma ho gia dinh, ma so ho gia dinh, ma dinh danh ho, ma ho dan, ma so ho dan, ma ho ngheo, id ho, id ho gia dinh, household id, household code, household no, ma ho so, ma phieu ho, ma so phieu ho",
    "maho, mahgd, mshgd, mshogd, idho, hhid, hhcode, mshd, msho, maso ho, mahodan, mahogd, mahogiadinh",
    "id, ma, ma so, code, key, so ho khau, so so ho khau, so ho, sohk, so hk, ma phieu, so phieu, stt ho, uid, uuid",
    "ten, xa, thon, huyen, dan toc, khau, tinh, thanh vien, ngheo da chieu",
  ),
  head: fieldNames(
    "chu ho, ho ten chu ho, ho va ten chu ho, ho ten cua chu ho, ho va ten cua chu ho, ten chu ho, ho va ten, ho ten, ho va ten dai dien ho, ho ten dai dien ho, ten ho gia dinh, ho ten chu ho gia dinh, ho dem va ten chu ho, ho chu dem va ten chu ho, ho ten khai sinh chu ho, head name, head of household, household head, name of household head, householder",
    "hoten, chuho, tench, hotench, ho ten ch, htch, tenchuho, hvt, hovaten, hvtench, hotench ho, hh head, hhhead",
    "ten, name, ten ho, ho, full name, dai dien, nguoi dai dien, owner, chu so huu",
    "vo, chong, me, con, cha, bo, can, khai, dieu, tra, sinh, gioi, cccd, cmnd, so, nam, ma, thoai, dan, toc, thon, buon, xa, cong, quan, he, rung, dat",
  ),
  ethnicity: fieldNames(
    "dan toc, dan toc chu ho, dan toc cua chu ho, thanh phan dan toc, ten dan toc, nhom dan toc, toc nguoi, ethnicity, ethnic group, ethnic, ethnic name, ethnicity of head",
    "dantoc, dtoc, tendt, ten dt, tendtoc, dantocch, dt ch, dtch, tpdt, tp dan toc, tpdtoc, dtocch, dantoc ch",
    "dt, toc, nation, dan toc khac",
    "vo, chong, ma, so, code, id, thieu, ty, le, khau, danh, muc",
  ),
  members: fieldNames(
    "so khau, so nhan khau, nhan khau, tong so khau, tong so nhan khau, tong nhan khau, tong khau, so nguoi, so nguoi trong ho, so khau trong ho, so nhan khau trong ho, so khau cua ho, so thanh vien, so thanh vien trong ho, tong so nguoi, so khau tong so, nhan khau tong so, so khau tong cong, khau tong so, household size, members, number of members, family size, so nhan khau thuc te thuong tru",
    "sokhau, sonk, snk, tongkhau, tong nk, tongnk, so nk, skhau, sonhankhau, nkhau, nhankhau, hhsize, tsk, tsnk, sokhauho, so tv, sotv",
    "khau, nk, tong so, nguoi, size, so luong",
    "nu, nam, ngheo, lao, dong, dtts, thieu, tre, duoi, tren, ho khau, so ho, tach, di, den, sinh, dan toc",
  ),
  poverty: fieldNames(
    "ho ngheo, dien ngheo, phan loai ngheo, loai ho, loai ho ngheo, phan loai ho, phan loai ho ngheo, ngheo can ngheo, ho ngheo can ngheo, ho ngheo ho can ngheo, dien ho ngheo can ngheo, ho ngheo can ngheo nam, tinh trang ngheo, hien trang ngheo, muc song, dien ho, doi tuong ho, doi tuong ho ngheo, ket qua ra soat ho ngheo, ket qua ra soat, poverty, poverty class, poverty status, poor household, xep loai ho, chuan ngheo",
    "hongheo, diennghe, dienngheo, ngheo, hngheo, hnhcn, hn hcn, hncn, hn cn, plngheo, loaiho, loaingheo, dngheo, plho, hongheocan, ngheocn, phanloaiho, ngheo cn",
    "dien, doi tuong, phan loai, xep loai, hn, can ngheo, ho can ngheo, loai, poor",
    "ma, nguyen, nhan, nam ra, so, ty, le, khau, diem, ly, do, hieu, thoat, thu",
  ),
  migrant: fieldNames(
    "di cu, di cu tu do, di cu ngoai quy hoach, di cu ngoai ke hoach, di cu khong theo quy hoach, ho di cu, ho di cu tu do, ho di cu ngoai quy hoach, ho di cu khong theo quy hoach, dan di cu, dan di cu tu do, dan di cu ngoai quy hoach, thuoc dien di cu, thuoc dien di cu tu do, dien di cu tu do, migrant, unplanned migrant, free migrant",
    "dicu, dctd, dicutd, dctudo, dicutudo, ddctd, dcnqh, hodicu, dcutudo, dan dctd, hodctd",
    "dan tu do",
    "nam, noi, nguon, thoi, gian, tinh, den, ly, nguyen, nhan, so, ngay, que",
  ),
  village: fieldNames(
    "thon, buon, thon buon, ten thon, ten buon, ten thon buon, thon buon to dan pho, ten thon buon to dan pho, to dan pho, thon to dan pho, thon buon tdp, thon ban, ten thon ban, thon buon khoi, ap, khu pho, khoi pho, to dan pho thon buon, village, village name, hamlet, dia chi thon, dia chi thon buon, thon buon ban",
    "tenthon, tenbuon, thonbuon, tdp, thonban, tenthonban, tthon, tenthonbuo, thon tdp, tenthontdp, thonto",
    "dia chi, ban, xom, khoi, khom, to, noi o, cho o, address, diachi, noi cu tru, cho o hien nay, dia diem",
    "ma, so, truong, code, id, nha, cach, khoang",
  ),
  commune_code: COMMUNE_CODE_NAMES,
  commune_name: COMMUNE_NAME_NAMES,
  district_name: DISTRICT_NAMES,
  commune_list: fieldNames(
    "danh muc xa, danh muc ma xa, ky danh muc, phien ban danh muc xa",
    "dmxa, dm xa",
    "",
    "",
  ),
  coordinate_source: fieldNames(
    "nguon toa do, nguon vi tri, cach do toa do, phuong phap do toa do, cach xac dinh vi tri, coordinate source",
    "nguontd, nguon td, ngtoado",
    "thiet bi, thiet bi do, phuong phap do",
    "",
  ),
  coordinate_accuracy_m: fieldNames(
    "sai so toa do, sai so vi tri, sai so gps, do chinh xac toa do, do chinh xac gps, gps accuracy, sai so m, coordinate accuracy",
    "saiso, saisotd, saisom, saisogps",
    "sai so, do chinh xac, accuracy, hdop",
    "",
  ),
  ethnicity_code: fieldNames(
    "ma dan toc, ma so dan toc, ma thanh phan dan toc, ethnic code, ethnicity code, dan toc ma",
    "madt, ma dt, madantoc, madtoc, dtma, iddantoc, dantoc id, mdt, dt id, msdt",
    "",
    "ten",
  ),
  ethnicity_list: fieldNames("danh muc dan toc, bang ma dan toc", "dmdantoc, dm dan toc", "", ""),
  poverty_year: fieldNames(
    "nam ra soat ngheo, nam xet ngheo, nam ra soat, nam ra soat ho ngheo, nam cong nhan ho ngheo, nam binh xet, nam xet ho ngheo, nam cong nhan ngheo, poverty year",
    "namrs, namxet, namngheo, namrasoat, nam rs, namrsngheo, namxetngh",
    "nam",
    "sinh, den, trong, xay, di, cu",
  ),
  residential_land_m2: fieldNames(
    "dat o, dien tich dat o, dat tho cu, dien tich dat tho cu, dt dat o, dien tich tho cu, residential land",
    "dato, dtdato, dtdat o, datthocu, dt tho cu, dttc, dtichdato",
    "",
    "gia, so, giay, nguoi, thieu, khong",
  ),
  production_land_m2: fieldNames(
    "dat san xuat, dien tich dat san xuat, dat canh tac, dien tich dat canh tac, dat nong nghiep, dien tich dat nong nghiep, dat san xuat nong nghiep, dien tich dat san xuat nong nghiep, dt dat san xuat, dt dat sx, production land, agricultural land",
    "datsx, dtdatsx, dtsx, dt sx, datnn, dat sx, datsxnn, dtdatsxnn, dtichdatsx, datsanxuat",
    "",
    "gia, so, giay, nguoi, thieu, khong",
  ),
  house_state: fieldNames(
    "tinh trang nha, tinh trang nha o, hien trang nha, hien trang nha o, loai nha, loai nha o, chat luong nha o, ket cau nha, house state, house condition, housing condition",
    "ttnha, ttnhao, htnha, htnhao, loainha, clnha, tt nha, ht nha",
    "nha o, nha",
    "so, ve sinh, dien tich",
  ),
  cause: fieldNames(
    "nguyen nhan, nguyen nhan di doi, ly do di doi, ly do bo tri, nguyen nhan bo tri, nguyen nhan phai di doi, ly do sap xep, cause, relocation cause, reason for relocation, doi tuong bo tri",
    "nndidoi, lydodd, nn di doi, lydodidoi, nnhan, nguyennhan, ngnhan",
    "ly do, reason",
    "ngheo, den, nhap cu, chet, giam, tang",
  ),
};
