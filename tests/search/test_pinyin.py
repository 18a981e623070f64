"""Pinyin of names, Jilin's above all."""

import pytest

from search.pinyin import name_keys, sort_key

DIVISIONS = {
    "长春": "chang chun", "南关": "nan guan", "宽城": "kuan cheng", "朝阳": "chao yang", "二道": "er dao",
    "绿园": "lv yuan", "双阳": "shuang yang", "九台": "jiu tai", "农安": "nong an", "榆树": "yu shu",
    "德惠": "de hui", "公主岭": "gong zhu ling", "吉林": "ji lin", "昌邑": "chang yi", "龙潭": "long tan",
    "船营": "chuan ying", "丰满": "feng man", "永吉": "yong ji", "蛟河": "jiao he", "桦甸": "hua dian",
    "舒兰": "shu lan", "磐石": "pan shi", "四平": "si ping", "铁西": "tie xi", "铁东": "tie dong",
    "梨树": "li shu", "伊通": "yi tong", "双辽": "shuang liao", "辽源": "liao yuan", "龙山": "long shan",
    "西安": "xi an", "东丰": "dong feng", "东辽": "dong liao", "通化": "tong hua", "东昌": "dong chang",
    "二道江": "er dao jiang", "辉南": "hui nan", "柳河": "liu he", "梅河口": "mei he kou", "集安": "ji an",
    "白山": "bai shan", "浑江": "hun jiang", "江源": "jiang yuan", "抚松": "fu song", "靖宇": "jing yu",
    "长白": "chang bai", "临江": "lin jiang", "松原": "song yuan", "宁江": "ning jiang",
    "前郭": "qian guo", "长岭": "chang ling", "乾安": "qian an", "扶余": "fu yu", "白城": "bai cheng",
    "洮北": "tao bei", "镇赉": "zhen lai", "通榆": "tong yu", "洮南": "tao nan", "大安": "da an",
    "延边": "yan bian", "延吉": "yan ji", "图们": "tu men", "敦化": "dun hua", "珲春": "hun chun",
    "龙井": "long jing", "和龙": "he long", "汪清": "wang qing", "安图": "an tu",
}  # fmt: skip


@pytest.mark.parametrize("suffix", ["", "市", "县", "区", "厂"])
def test_the_divisions_of_jilin_are_read_as_they_are_spoken(suffix):
    syllable = {"": "", "市": " shi", "县": " xian", "区": " qu", "厂": " chang"}[suffix]
    assert {name: sort_key(name + suffix) for name in DIVISIONS} == {
        name: pinyin + syllable for name, pinyin in DIVISIONS.items()
    }


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("长影旧址", "chang ying jiu zhi"),
        ("长白朝鲜族自治县", "chang bai chao xian zu zi zhi xian"),
        ("厂长楼", "chang zhang lou"),
        ("琿春", "hun chun"),
        ("長嶺", "chang ling"),
        ("201厂（旧址）", "201 chang jiu zhi"),
        ("Hadawan Works", "hadawan works"),
    ],
)
def test_names_are_read_by_phrase(name, pinyin):
    assert sort_key(name) == pinyin


def test_a_name_is_found_from_each_syllable_and_by_its_initials():
    assert name_keys(["哈达湾"]) == ("hadawan", "_hdw", "dawan", "_dw", "wan", "_w")


def test_the_first_key_is_the_whole_name_and_the_others_have_six_syllables():
    keys = name_keys(["满洲大同洋灰株式会社"])
    assert keys[:4] == (
        "manzhoudatongyanghuizhushihuishe",
        "manzhoudatongyanghui",
        "_mzdtyh",
        "zhoudatongyanghuizhu",
    )


def test_an_umlaut_is_found_as_v_and_as_u():
    assert name_keys(["绿园"]) == ("lvyuan", "luyuan", "_ly", "yuan", "_y")


def test_a_name_without_han_has_no_pinyin():
    assert name_keys(["Locomotive Depot", ""]) == ()
