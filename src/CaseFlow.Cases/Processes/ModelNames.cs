using CaseFlow.Cases.Language;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Processes;

/// <summary>What a model calls its parts, in both languages. Where it has no English word, the Swedish one stands in: a step without any name is worse.</summary>
public static class ModelNames
{
    /// <summary>Null where the element has no name.</summary>
    public static BilingualText? Called(this ElementModel element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return Both(element.Name, element.NameEn);
    }

    /// <summary>The lane in which the element stands.</summary>
    public static BilingualText? Lane(this ElementModel element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return Both(element.LaneName, element.LaneNameEn);
    }

    /// <summary>What whoever does the step is told.</summary>
    public static BilingualText? Guidance(this ElementModel element)
    {
        ArgumentNullException.ThrowIfNull(element);
        return Both(element.Documentation, element.DocumentationEn);
    }

    public static BilingualText Called(this ProcessModel process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return new(process.Name, process.NameEn ?? process.Name);
    }

    public static BilingualText? Guidance(this ProcessModel process)
    {
        ArgumentNullException.ThrowIfNull(process);
        return Both(process.Documentation, process.DocumentationEn);
    }

    /// <summary>Several names in one line, each once.</summary>
    public static BilingualText Together(IEnumerable<BilingualText?> names)
    {
        var all = names.OfType<BilingualText>().Distinct().ToList();
        return new(Join(all.Select(n => n.Sv)), Join(all.Select(n => n.En)));
    }

    private static BilingualText? Both(string? sv, string? en) => sv is { Length: > 0 } ? new(sv, en ?? sv) : null;

    private static string Join(IEnumerable<string> names) => string.Join(" · ", names.Distinct(StringComparer.Ordinal));
}
