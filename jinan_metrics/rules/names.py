"""The rules that name a claim; the code that carries them out is ``jinan_metrics.naming``."""

from __future__ import annotations

from jinan_metrics.rules.model import Example, Rule

RULES = (
    Rule("name.noun-before", "name", "The noun before the number, without the verb that handles it.", "数字之前的名词，去掉办理类动词。",
         (Example("全年收到行政复议申请2623件。", {"metric": "行政复议申请", "action": "收到"}),)),
    Rule("name.noun-after", "name", "The noun behind the number, up to the next verb.", "数字之后到下一个动词为止的名词。",
         (Example("上线50项民生实事。", {"metric": "民生实事"}),)),
    Rule("name.noun-after-head", "name", "A bare head before the number, its thing after 的: 总规模30亿元的引导基金.", "数字前只有“总规模”之类，事物在“的”之后。",
         (Example("设立总规模100亿元的产业引导基金。", {"metric": "产业引导基金总规模"}),)),
    Rule("name.noun-around", "name", "A short noun behind a share belongs to the noun before it: 码头30%股权.", "比率之后的短名词与之前的名词合为一个名称。",
         (Example("拥有东港码头30%股权。", {"metric": "东港码头股权"}),)),
    Rule("name.subject", "name", "No noun of its own: the subject in force (1.2万亿元，增长5%).", "没有自己的名词时，承前一个主语。",
         (Example("进出口总额836亿元，增长5.4%。", {"metric": "进出口总额"}),)),
    Rule("name.head-of-subject", "name", "A bare head (总量, 占比) takes the subject in force as its owner.", "“总量、占比”等单独出现时，前面补上主语。",
         (Example("新登记经营主体3.1万户，总量达25.8万户。", {"metric": "经营主体总量"}),)),
    Rule("name.verb-of-subject", "name", "A verb alone acts on the thing named before: 梳理政策483件，清理3件.", "只有动词时，宾语承前：梳理政策483件，清理3件。",
         (Example("梳理涉企政策483件，清理3件。", {"metric": "清理涉企政策"}),)),
    Rule("name.fronted-object", "name", "The object stands in the clause before: 编印《手册》，向干部发放5000册.", "宾语在前一分句：编印《手册》，向干部发放5000册。",
         (Example("编印《法治手册》，向全市干部发放5000余册。", {"metric": "《法治手册》"}),)),
    Rule("name.each", "name", "均, 都 and lists of rates with one level: every subject has the number.", "“均、都”或并列的率共用一个数：每个主语各一条。",
         (Example("出庭应诉率、决定履行率保持100%。", {"metric": "出庭应诉率"}),)),
    Rule("name.in-turn", "name", "分别, or as many subjects as numbers: each takes its own.", "“分别”或主语与数字个数相同：依次对应。",
         (Example("办理率、满意率分别达93.5%和97.2%。", {"metric": "办理率"}),)),
    Rule("name.in-turn-undivided", "name", "Several numbers for a subject that cannot be divided; low confidence.", "主语无法拆分而数字有几个；置信度低。",
         (Example("城乡低保标准分别提高6.2%和8.5%。", {"metric": "城乡低保标准"}),)),
    Rule("name.series", "name", "A number side by side with another shares its name.", "并列的数字共用名称。",
         (Example("货物运量3.62亿吨，增加0.15亿吨、增长4.3%。", {"metric": "货物运量"}),)),
    Rule("name.streak", "name", "What has gone on: the words behind 连续N年.", "“连续N年”之后的内容是所持续的事。",
         (Example("连续4年获评优秀等次。", {"metric": "获评优秀等次"}),)),
    Rule("name.happening", "name", "No noun but a happening: 3200多万人受益.", "没有名词只有事件：3200多万人受益。",
         (Example("3200多万人受益。", {"metric": "受益"}),)),
    Rule("name.before-bracket", "name", "A number in brackets belongs to the noun before them.", "括号里的数属于括号前的名词。",
         (Example("受访者多数为在校学生（64.2%）。", {"kind": "rate"}),)),
    Rule("name.this-is", "name", "A figure that opens the sentence is told behind 这是 what it is.", "句首先报数字，再用“这是”说明是什么。",
         (Example("53.3%，这是2021年服务业增加值的比重。", {"kind": "rate", "value": 53.3, "metric": "服务业增加值的比重"}),)),
    Rule("name.made-into", "name", "What a figure is made into names it: 将收入2300元作为扶贫标准.", "“将……作为……”：数字是所作为的那个标准。",
         (Example("将农户人均收入2300元作为新的扶贫标准，比原来提高92%。", {"kind": "money", "metric": "新的扶贫标准"}),)),
    Rule("name.label", "name", "The label before a colon.", "冒号前的标签。", (Example("样本量：1260", {"metric": "样本量"}),)),
    Rule("name.none", "name", "Nothing names the number: the words before it, with very low confidence.", "找不到名称：取前面的文字，置信度极低。", ()),
)  # fmt: skip
