"""Documents for the engine tests: a small, made-up corpus in which every count can be seen by eye."""

from search.document_schema import SearchDocument
from search.pinyin import name_keys, sort_key


def make_document(pk: int, title_zh: str, *, kind: str = "site", **fields: object) -> SearchDocument:
    """A document with the pinyin that the indexing side would give it."""
    former_names = fields.get("former_names", ())
    return SearchDocument(
        kind=kind,
        pk=pk,
        title_zh=title_zh,
        pinyin=name_keys((title_zh, *former_names)),
        sort_key=sort_key(title_zh),
        **{"version": 1} | fields,
    )


CEMENT = make_document(
    1,
    "哈达湾水泥厂旧址",
    title_en="Hadawan Cement Works",
    number="JL00001X",
    former_names=("松江水泥厂", "満洲大同洋灰株式会社"),
    places=("吉林市昌邑区",),
    texts=(("description", "回转窑与老厂房尚存，属156项之外的工程。"), ("sources", "《吉林市志》")),
    codes=("220202-0012",),
    facets={"division": ("220000", "220200", "220202")},
    year_from=1934,
    year_to=1945,
    longitude=126.55,
    latitude=43.88,
    listed_on=738000,
)
FERROALLOY = make_document(
    2,
    "吉林铁合金厂",
    title_en="Jilin Ferroalloy Works",
    number="JL000023",
    places=("吉林市昌邑区",),
    texts=(("description", "第一个五年计划156项工程之一，1953年始建，厂区在哈达湾。"),),
    facets={"division": ("220000", "220200", "220202")},
    year_from=1953,
    year_to=1956,
    longitude=126.5503,
    latitude=43.8803,
    listed_on=738500,
)
DEPOT = make_document(
    3,
    "四平机车库",
    title_en="Siping Locomotive Depot",
    number="JL00003A",
    former_names=("四平街机关库",),
    places=("四平市铁东区",),
    texts=(("description", "位于四平鐵東，供机车检修；修建有转盘。"),),
    facets={"division": ("220000", "220300", "220303")},
    year_from=1922,
    year_to=1922,
    longitude=124.38,
    latitude=43.17,
)
CELLAR = make_document(
    4,
    "通化葡萄酒厂地下贮酒窖",
    number="JL00004B",
    places=("通化市东昌区",),
    texts=(("description", "酒窖分三层，面积约８０００㎡，另有电机车间。"),),
    facets={"division": ("220000", "220500", "220502")},
    year_from=1937,
    longitude=125.93,
    latitude=41.73,
    listed_on=737000,
)
AREA = make_document(
    1,
    "珲春老工业区",
    kind="area",
    texts=(("description", "湾沟之外。"),),
    facets={"division": ("220000", "222400", "222404")},
)

CORPUS = (CEMENT, FERROALLOY, DEPOT, CELLAR, AREA)
