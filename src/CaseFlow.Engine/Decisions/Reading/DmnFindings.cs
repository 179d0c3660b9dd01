using System.Xml;
using System.Xml.Linq;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Decisions.Reading;

/// <summary>Collects what is wrong in one file.</summary>
internal sealed class DmnFindings(string file, bool tolerant)
{
    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All => _findings;

    public bool HasErrors => _findings.Exists(f => f.Severity == FindingSeverity.Error);

    public void Error(string code, XElement? element, string sv, string en) => Add(FindingSeverity.Error, code, element, sv, en);

    public void Warning(string code, XElement? element, string sv, string en) => Add(FindingSeverity.Warning, code, element, sv, en);

    /// <summary>Something that a tolerant reading lets through: what depends on it becomes null when it is evaluated.</summary>
    public void Broken(string code, XElement? element, string sv, string en) =>
        Add(tolerant ? FindingSeverity.Warning : FindingSeverity.Error, code, element, sv, en);

    public void Broken(XElement element, FeelError error, string text)
    {
        var shown = text.Trim() is { Length: > 60 } trimmed ? trimmed[..60] + "…" : text.Trim();
        Broken("DMN-EXPRESSION", element, $"Uttrycket \"{shown}\": {error.Sv}", $"The expression \"{shown}\": {error.En}");
    }

    public void At(int line, string code, string sv, string en) => _findings.Add(new Finding(FindingSeverity.Error, code, file, null, line, sv, en));

    private void Add(FindingSeverity severity, string code, XElement? element, string sv, string en) =>
        _findings.Add(new Finding(severity, code, file, IdOf(element), LineOf(element), sv, en));

    public static int LineOf(XElement? element) => element is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 0;

    private static string? IdOf(XElement? element)
    {
        for (; element is not null; element = element.Parent)
        {
            if (element.Attribute("id") is { } id)
            {
                return id.Value;
            }
        }

        return null;
    }
}
