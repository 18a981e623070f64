"""Why a coordinate or a shape was refused: what was found, what is expected, what to do."""

#: reason → the sentence in Chinese and in English; ``{found}`` and ``{detail}``, what is expected.
REASONS: dict[str, tuple[str, str]] = {
    "undeclared": (
        "没有声明坐标系，坐标“{found}”不能录入。请先选择坐标系。",
        "The coordinates “{found}” have no declared coordinate system. Choose one first.",
    ),
    "unknown_system": (
        "没有“{found}”这个坐标系。可选：{detail}。",
        "There is no coordinate system “{found}”. Choose one of {detail}.",
    ),
    "needs_parameters": (
        "“{found}”的坐标须用本地区的转换参数（由测绘主管部门提供）换算，本系统没有这些参数。请先换算为 CGCS2000 再录入。",
        "Coordinates in {found} need the surveyors' regional parameters. Convert them to CGCS2000 first.",
    ),
    "not_numbers": (
        "坐标“{found}”读不懂。请写成{detail}。",
        "The coordinates “{found}” were not understood. Write them as {detail}.",
    ),
    "not_finite": (
        "坐标“{found}”不是数。请核对。",
        "The coordinate “{found}” is not a number. Check it.",
    ),
    "minutes": (
        "“{found}”的分、秒应小于60，且只有最后一位可带小数。请核对。",
        "Minutes and seconds of “{found}” must be below 60, and only the last part may have decimals.",
    ),
    "which_is_which": (
        "看不出“{found}”中哪个是经度、哪个是纬度。请注明东经、北纬，例如{detail}。",
        "Which of “{found}” is the longitude is not clear. Mark them E and N, as in {detail}.",
    ),
    "outside": (
        "“{found}”超出范围：{detail}。请核对数值和坐标系。",
        "“{found}” is out of range: {detail}. Check the values and the coordinate system.",
    ),
    "swapped": (
        "“{found}”的北(X)、东(Y)次序相反。请按北(X)在前、东(Y)在后填写，例如{detail}。",
        "North (X) and east (Y) of “{found}” are the wrong way round. Give north first, as in {detail}.",
    ),
    "zone_prefix": (
        "“{found}”的带号与所选坐标系（{detail}）不符。请核对带号。",
        "The zone number of “{found}” is not that of the chosen system ({detail}). Check the zone.",
    ),
    "far_from_zone": (
        "“{found}”离所选投影带太远，{detail}。请核对带号。",
        "“{found}” lies too far outside the chosen zone; {detail}. Check the zone.",
    ),
    "line": (
        "第{found}行：{detail}",
        "Line {found}: {detail}",
    ),
    "longitude_first": (
        "“{found}”的次序相反：GeoJSON 中经度在前、纬度在后。请改为 {detail}。",
        "“{found}” is the wrong way round: GeoJSON gives the longitude first. Write {detail}.",
    ),
    "not_json": (
        "这不是 GeoJSON：{detail}“{found}”处读不懂。请整段重新粘贴，或每行写一个点。",
        (
            "This is not GeoJSON: it was not understood at “{found}” ({detail}). Paste it again as a whole, "
            "or write one point a line."
        ),
    ),
    "features": (
        "文件里有{found}个图形，这里只能放一个。请只粘贴其中一个；几段线、几块面可合成一个 Multi 图形。",
        (
            "There are {found} features, and only one has its place here. Paste one of them; "
            "several lines or areas can be one Multi geometry."
        ),
    ),
    "mixed_parts": (
        "第{found}段与前面不同：有的首尾相接（面），有的不相接（线）。请只给线或只给面。",
        (
            "Part {found} is unlike those before it: some end where they began (areas), some do not (lines). "
            "Give lines only or areas only."
        ),
    ),
    "too_long": (
        "内容有{found}个字符，至多{detail}个。请先简化图形。",
        "The text has {found} characters, at most {detail} are read. Simplify the shape first.",
    ),
    "not_geometry": (
        "“{found}”不是可用的图形。请给出 {detail}。",
        "“{found}” is no shape that can be stored. Give {detail}.",
    ),
    "position": (
        "坐标“{found}”不对：每个点应为 [经度, 纬度]，且在 ±180°、±90° 之内。请核对。",
        "The position “{found}” is wrong: each is [longitude, latitude] within ±180° and ±90°.",
    ),
    "too_few": (
        "{found}：点数不够，{detail}。",
        "{found}: too few positions, {detail}.",
    ),
    "too_many": (
        "图形有{found}个点，至多{detail}个。请先简化。",
        "The shape has {found} positions, at most {detail} are stored. Simplify it first.",
    ),
    "not_closed": (
        "面的边界没有闭合：起点、终点（{found}）不同。请让最后一点与第一点相同。",
        "A ring is not closed: its first and last position ({found}) differ. Repeat the first at the end.",
    ),
    "invalid_shape": (
        "图形无效：{detail}。请在地图上重画或修正。",
        "The shape is not valid: {detail}. Draw it again or mend it.",
    ),
    "step": (
        "取整步长“{found}”应大于0。",
        "The step “{found}” must be greater than 0.",
    ),
}


class CoordinateError(ValueError):
    """A coordinate or a shape that was refused.

    ``reason`` is a key of ``REASONS``, ``found`` what was found, ``detail`` what is expected. ``str()`` is
    Chinese, for officers read it; English is in ``message_en``.
    """

    def __init__(self, reason: str, found: object, detail: str = "", detail_en: str = "") -> None:
        chinese, english = REASONS[reason]
        self.reason = reason
        self.found = str(found)
        self.detail = detail
        self.message_zh = chinese.format(found=self.found, detail=detail)
        self.message_en = english.format(found=self.found, detail=detail_en or detail)
        super().__init__(self.message_zh)
