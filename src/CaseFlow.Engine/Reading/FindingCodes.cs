namespace CaseFlow.Engine.Reading;

/// <summary>What can be wrong with a BPMN model. Each code has its texts in <c>FindingTexts.resx</c>.</summary>
internal static class FindingCodes
{
    internal const string XmlMalformed = "BPMN-XML";
    internal const string XmlTooDeep = "BPMN-XML-DEPTH";
    internal const string NotBpmn = "BPMN-ROOT";
    internal const string NoProcess = "BPMN-NO-PROCESS";
    internal const string IdMissing = "BPMN-ID-MISSING";
    internal const string IdDuplicate = "BPMN-ID-DUPLICATE";
    internal const string ProcessDuplicate = "BPMN-PROCESS-DUPLICATE";
    internal const string DecisionDuplicate = "BPMN-DECISION-DUPLICATE";
    internal const string Unsupported = "BPMN-UNSUPPORTED";
    internal const string UnknownElement = "BPMN-UNKNOWN-ELEMENT";
    internal const string Extension = "BPMN-EXTENSION";
    internal const string ExtensionAttribute = "BPMN-EXTENSION-ATTRIBUTE";
    internal const string Feel = "BPMN-FEEL";
    internal const string Language = "BPMN-LANGUAGE";
    internal const string RefMissing = "BPMN-REF-MISSING";
    internal const string RefUnknown = "BPMN-REF-UNKNOWN";
    internal const string FlowDangling = "BPMN-FLOW-DANGLING";
    internal const string FlowAcrossScopes = "BPMN-FLOW-SCOPE";
    internal const string Forbidden = "BPMN-FORBIDDEN";
    internal const string DefaultUnknown = "BPMN-DEFAULT-UNKNOWN";
    internal const string DefaultConditional = "BPMN-DEFAULT-CONDITION";
    internal const string ConditionMissing = "BPMN-CONDITION-MISSING";
    internal const string ConditionIgnored = "BPMN-CONDITION-IGNORED";
    internal const string InformalCondition = "BPMN-CONDITION-INFORMAL";
    internal const string FlowList = "BPMN-FLOW-LIST";
    internal const string NoIncoming = "BPMN-NO-INCOMING";
    internal const string NoOutgoing = "BPMN-NO-OUTGOING";
    internal const string Unreachable = "BPMN-UNREACHABLE";
    internal const string BoundaryHost = "BPMN-BOUNDARY-HOST";
    internal const string EventDefinition = "BPMN-EVENT-DEFINITION";
    internal const string Timer = "BPMN-TIMER";
    internal const string Items = "BPMN-MULTI-INSTANCE";
    internal const string Script = "BPMN-SCRIPT";
    internal const string Topic = "BPMN-TOPIC";
    internal const string Decision = "BPMN-DECISION";
    internal const string DecisionUnknown = "BPMN-DECISION-UNKNOWN";
    internal const string CalledElement = "BPMN-CALLED-ELEMENT";
    internal const string CalledUnknown = "BPMN-CALLED-UNKNOWN";
    internal const string LinkUnknown = "BPMN-LINK-UNKNOWN";
    internal const string NoStart = "BPMN-NO-START";
    internal const string FormUnknown = "BPMN-FORM-UNKNOWN";
}
