using CaseFlow.Cases.Escalation;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Escalation;

/// <summary>The words for the codes of an answer. A code that has no words of its own is shown as it is.</summary>
internal static class EscalationWords
{
    private static readonly Texts T = Texts.For("Escalation");

    public static string Answer(EscalationPackage package) => Answer(package.Answer ?? "");

    public static string Answer(string code) => code.Length > 0 ? T.Find("answer." + code) ?? code : "";

    public static string Clauses(EscalationPackage package) => Clauses(package.Clauses.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    public static string Clauses(IEnumerable<string> codes) => string.Join(", ", codes.Select(code => T.Find("clause." + code) ?? code));
}
