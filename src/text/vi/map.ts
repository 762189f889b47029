/** Words on and around the map: `map.…`. */
export const map = {
  "map.canvas":
    "Bản đồ. Phím mũi tên để di chuyển, phím + và - để phóng to, thu nhỏ, phím 0 để xem toàn phương án.",
  "map.canvas-drawing":
    "Bản đồ, đang vẽ. Phím mũi tên để di chuyển, phím cách để đặt đỉnh tại tâm bản đồ, Backspace để xóa đỉnh cuối, Enter để hoàn thành, Esc để hủy.",
  "map.site-capacity": "{n}\u00a0hộ",
  "map.no-webgl":
    "Trình duyệt này không vẽ được bản đồ (thiếu WebGL 2: {detail}). Các bảng số liệu vẫn dùng được. Cập nhật trình duyệt hoặc bật tăng tốc đồ họa rồi tải lại trang.",
  "map.tiles":
    "Không đọc được một phần dữ liệu bản đồ ({detail}). Chỗ trống trên bản đồ không có nghĩa là an toàn. Tải lại trang; nếu vẫn lỗi, chép lại thư mục tiles.",
} as const satisfies Record<`map.${string}`, string>;
