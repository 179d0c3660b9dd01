namespace CaseFlow.Cases.Intake;

/// <summary>What <c>CaseRow.OriginKind</c> says.</summary>
public static class CaseOrigins
{
    /// <summary>The kind of subject that a case's instance carries.</summary>
    public const string SubjectKind = "case";

    /// <summary>An area handed it in.</summary>
    public const string Area = "area";

    /// <summary>A side (huvudman) handed it in.</summary>
    public const string Side = "side";

    /// <summary>A body gave it as a commission (uppdrag).</summary>
    public const string Body = "body";
}
