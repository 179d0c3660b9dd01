using System.Xml.Linq;

namespace CaseFlow.Engine.Reading;

/// <summary>Every id stands for one element of the file.</summary>
internal static class IdRules
{
    internal static void Check(XElement root, FindingLog findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in root.DescendantsAndSelf())
        {
            // Ids inside the extensions of other tools are their own business.
            if (element.Name.Namespace != Xml.Bpmn && element.Name.Namespace != Xml.Di)
                continue;
            if (element.Id() is { } id && !seen.Add(id))
                findings.Error(FindingCodes.IdDuplicate, element, id);
        }
    }
}
