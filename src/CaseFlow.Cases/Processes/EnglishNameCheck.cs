using System.Resources;
using CaseFlow.Cases.Language;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Processes;

/// <summary>Names without an English word are told, so that whoever reads in English is not met by Swedish steps. Stops nobody.</summary>
internal sealed class EnglishNameCheck : IBundleCheck
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Processes.ProcessTexts", typeof(EnglishNameCheck).Assembly);

    public IEnumerable<Finding> Check(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return bundle.Processes.Where(p => p.IsExecutable).SelectMany(Check);
    }

    private static IEnumerable<Finding> Check(ProcessModel process)
    {
        if (process.NameEn is null)
            yield return Advice("EnglishNameMissing", process, process.Id, process.Line, process.Name);
        foreach (var lane in process.Elements.Where(e => e is { LaneName: not null, LaneNameEn: null }).DistinctBy(e => e.LaneName))
            yield return Advice("EnglishLaneMissing", process, process.Id, process.Line, lane.LaneName);
        foreach (var element in process.Elements.Where(e => e is { Name: not null, NameEn: null }))
            yield return Advice("EnglishNameMissing", process, element.Id, element.Line, element.Name);
    }

    private static Finding Advice(string text, ProcessModel process, string id, int line, string? name)
    {
        var words = BilingualText.From(Texts, text, name);
        return new(FindingSeverity.Warning, text, process.File, id, line, words.Sv, words.En);
    }
}
