using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Tests.Sorting;

/// <summary>Sorting in its smallest shape: both sides answer, agree or try again, and can be asked once more; or the case is to be completed.</summary>
internal static class SortingModels
{
    private const string EachSide = """
        <bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements>
          <caseflow:multiInstance collection="=sidor" elementVariable="sida" outputCollection="bedomningar" outputElement="={utfall: utfall, behandling: behandling, part: part, aterTill: aterTill, vilandeTill: vilandeTill}" />
        </bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>
        """;

    public static SourceFile Form { get; } = SmallForm.File(
        "sortering/forms/sortering.form",
        SmallForm.Choice("utfall", "forum", "partsfraga", "ater", "vilande"),
        SmallForm.Choice("behandling", "dialog", "information"),
        SmallForm.Choice("part", "kusten", "landet"),
        SmallForm.Choice("aterTill", "norr"),
        SmallForm.Day("vilandeTill"),
        SmallForm.Words("skal"));

    public static SourceFile Process { get; } = SmallModel.Process("sortering",
        SmallModel.Start() + Assess("Bedom", "DecideSorting") + """<bpmn:exclusiveGateway id="Lika" default="Lika_Enas" />""" + Assess("Enas", "ResolveDisagreement")
        + SmallModel.ServiceTask("Faststall", "sortering.faststall", "inline", """<caseflow:input name="bedomning" value="=bedomningar[1]" />""")
        + SmallModel.UserTask("Omprova", "Omprova", SmallModel.Candidates("skoter") + """<caseflow:command name="DecideLapsedCompletion" />""")
        + SmallModel.Flow("Start", "Bedom", "Lika") + SmallModel.Flow("Lika", "Enas", "Faststall", "Omprova", "Bedom")
        + """<bpmn:sequenceFlow id="Lika_Faststall" sourceRef="Lika" targetRef="Faststall"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=bedomningar[1].utfall = bedomningar[2].utfall</bpmn:conditionExpression></bpmn:sequenceFlow>""");

    /// <summary>The submitter is asked to complete the case by the date given in <c>bedomning</c>, or by the usual one.</summary>
    public static SourceFile Completion { get; } = SmallModel.Process("komplettering",
        SmallModel.Start() + SmallModel.ServiceTask("Begar", "komplettering.begar", "inline", """<caseflow:input name="bedomning" value="=bedomning" />""")
        + SmallModel.UserTask("Svara", "Svara", SmallModel.Candidates("leder", area: "norr") + """<caseflow:command name="AnswerCompletion" />""")
        + SmallModel.End() + SmallModel.Flow("Start", "Begar", "Svara", "End"));

    /// <summary>Only the submitter is told.</summary>
    public static SourceFile Feedback { get; } = new("komplettering/aterkoppling.dmn", """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="https://caseflow.dev/test">
          <decision id="aterkoppling" name="aterkoppling">
            <variable id="v" name="aterkoppling" />
            <decisionTable id="t" hitPolicy="COLLECT">
              <input id="i" label="Skede"><inputExpression id="ie" typeRef="string"><text>skede</text></inputExpression></input>
              <output id="o" label="Mottagare" name="mottagare" typeRef="string" />
              <rule id="r"><inputEntry id="re"><text>"komplettering"</text></inputEntry><outputEntry id="ro"><text>"inlamnare"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """);

    /// <summary>The same assessment after a decision table has proposed an outcome.</summary>
    public static SourceFile Proposed { get; } = SmallModel.Process("foreslagen",
        SmallModel.Start()
        + """<bpmn:businessRuleTask id="Foresla" name="Foresla"><bpmn:extensionElements><caseflow:decision ref="forslag" result="rekommendation" /></bpmn:extensionElements></bpmn:businessRuleTask>"""
        + Assess("Bedom", "DecideSorting") + SmallModel.End() + SmallModel.Flow("Start", "Foresla", "Bedom", "End"));

    public static SourceFile ProposedForm { get; } = Form with { Path = "foreslagen/forms/sortering.form" };

    public static SourceFile Table { get; } = new("foreslagen/forslag.dmn", """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="https://caseflow.dev/test">
          <decision id="forslag" name="forslag">
            <variable id="v" name="forslag" />
            <decisionTable id="t" hitPolicy="FIRST">
              <input id="i" label="Önskat"><inputExpression id="ie" typeRef="string"><text>onskat</text></inputExpression></input>
              <output id="o1" label="Utfall" name="utfall" typeRef="string" />
              <output id="o2" label="Behandling" name="behandling" typeRef="string" />
              <annotation name="Varför" />
              <rule id="r1"><description>Annat.</description><inputEntry id="e1"><text>"dialog"</text></inputEntry><outputEntry id="u1"><text>"forum"</text></outputEntry><outputEntry id="b1"><text>"dialog"</text></outputEntry><annotationEntry><text>Det som rör hela länet hör till forumet.</text></annotationEntry></rule>
              <rule id="r2"><description>Områdets egen fråga.</description><inputEntry id="e2"><text>"lokalt"</text></inputEntry><outputEntry id="u2"><text>"ater"</text></outputEntry><outputEntry id="b2"><text>null</text></outputEntry><annotationEntry><text></text></annotationEntry></rule>
              <rule id="r3"><inputEntry id="e3"><text>"tyst"</text></inputEntry><outputEntry id="u3"><text>"vilande"</text></outputEntry><outputEntry id="b3"><text>null</text></outputEntry><annotationEntry><text></text></annotationEntry></rule>
              <rule id="r4"><inputEntry id="e4"><text>"vet-ej"</text></inputEntry><outputEntry id="u4"><text>null</text></outputEntry><outputEntry id="b4"><text>null</text></outputEntry><annotationEntry><text>Går inte att säga.</text></annotationEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """);

    private static string Assess(string id, string command) => SmallModel.UserTask(
        id, id, SmallModel.Candidates("bereder", "=sida") + $"""<caseflow:status key="{id}" sv="{id}" en="{id}" /><caseflow:form key="sortering" /><caseflow:command name="{command}" />""", EachSide);
}
