using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Model;

/// <summary>What must hold between the files of a bundle: names are unique, and what one file asks for is in another.</summary>
internal static class BundleRules
{
    internal static IEnumerable<Finding> Check(
        IReadOnlyList<ProcessModel> processes, IReadOnlyList<DmnReadResult> decisions, IReadOnlyList<SourceFile> files)
    {
        // A decision file that could not be read has its own findings; what asks for it is then not blamed too.
        var decisionsAreKnown = decisions.All(d => d.Model is not null);
        var decisionIds = decisions.SelectMany(d => d.Model?.DecisionIds ?? []).ToList();
        var byId = new Dictionary<string, ProcessModel>();
        var forms = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var process in processes)
        {
            var log = new FindingLog(process.File);
            if (!byId.TryAdd(process.Id, process))
                log.Error(FindingCodes.ProcessDuplicate, process.Id, process.Line, process.Id, byId[process.Id].File);
            foreach (var element in process.Elements)
            {
                CheckCall(element, processes, log);
                if (decisionsAreKnown && element.DecisionId is { } decision && !decisionIds.Contains(decision))
                    log.Error(FindingCodes.DecisionUnknown, element.Id, element.Line, element.Id, decision);
                CheckForm(element, forms, log);
            }

            foreach (var finding in log.All)
                yield return finding;
        }

        foreach (var twice in decisionIds.GroupBy(id => id).Where(g => g.Count() > 1))
            yield return FindingLog.ForBundle(FindingCodes.DecisionDuplicate, twice.Key);
    }

    private static void CheckCall(ElementModel element, IReadOnlyList<ProcessModel> processes, FindingLog log)
    {
        if (element.CalledProcessId is not { } called || processes.Any(p => p.Id == called && (p.NoneStart is not null || p.Content.Starts.Length > 0)))
            return;
        log.Error(FindingCodes.CalledUnknown, element.Id, element.Line, element.Id, called);
    }

    // Forms lie beside their process: <folder>/forms/<key>.form.
    private static void CheckForm(ElementModel element, HashSet<string> files, FindingLog log)
    {
        if (element.UserTask?.FormKey is not { } key)
            return;
        var file = element.Process.File;
        var folder = file[..(file.LastIndexOf('/') + 1)];
        if (!files.Contains($"{folder}forms/{key}.form"))
            log.Warning(FindingCodes.FormUnknown, element.Id, element.Line, element.Id, key);
    }
}
