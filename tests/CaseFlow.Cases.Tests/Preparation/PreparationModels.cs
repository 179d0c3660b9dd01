using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Tests.Preparation;

/// <summary>Preparation in its smallest shape: the pair writes, rests or says that it is ready.</summary>
internal static class PreparationModels
{
    public static SourceFile Form { get; } = SmallForm.File(
        "beredning/forms/underlag.form",
        SmallForm.Words("forslag"),
        SmallForm.Words("forslagSaknas"),
        SmallForm.Choice("behandling", "beslutas", "dialog"),
        SmallForm.Choice("nasta", "klart", "vilar"));

    public static SourceFile Process { get; } = SmallModel.Process("beredning",
        SmallModel.Start()
        + SmallModel.UserTask("Bered", "Bered", SmallModel.Candidates("bereder") + """<caseflow:form key="underlag" /><caseflow:command name="PrepareMaterial" />""")
        + """<bpmn:exclusiveGateway id="Klart" default="Klart_Bered" />"""
        + SmallModel.UserTask("Mote", "Mote", SmallModel.Candidates("skoter") + """<caseflow:command name="AcknowledgePartyMatter" />""")
        + SmallModel.UserTask("Omrade", "Omrade", SmallModel.Candidates("leder", area: "norr") + """<caseflow:command name="ReportLocalOutcome" />""")
        + SmallModel.End()
        + SmallModel.Flow("Start", "Bered", "Klart", "Bered") + SmallModel.Flow("Mote", "Omrade", "End")
        + """<bpmn:sequenceFlow id="Klart_Mote" sourceRef="Klart" targetRef="Mote"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">=nasta = "klart"</bpmn:conditionExpression></bpmn:sequenceFlow>""");
}
