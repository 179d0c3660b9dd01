using System.Security.Cryptography;
using System.Text;
using CaseFlow.Engine.Decisions;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Engine.Model;

/// <summary>Reads every file of a bundle, then checks what only shows when all of them are known.</summary>
internal static class BundleCompiler
{
    internal static BundleResult Compile(IReadOnlyCollection<SourceFile> files)
    {
        var ordered = files.OrderBy(f => f.Path, StringComparer.Ordinal).ToList();
        var findings = new List<Finding>();
        var processes = new List<ProcessModel>();
        foreach (var file in ordered.Where(f => IsOf(f, ".bpmn")))
        {
            var read = BpmnReader.Read(file.Path, file.Text);
            findings.AddRange(read.Findings);
            if (read.Definitions is not null)
                processes.AddRange(read.Definitions.Processes.Where(p => p.IsExecutable));
        }

        var decisions = DmnReader.ReadAll([.. ordered.Where(f => IsOf(f, ".dmn")).Select(f => KeyValuePair.Create(f.Path, f.Text))]);
        findings.AddRange(decisions.SelectMany(d => d.Findings));
        findings.AddRange(BundleRules.Check(processes, decisions, ordered));
        if (findings.Exists(f => f.Severity == FindingSeverity.Error))
            return new BundleResult(null, findings);

        var bundle = new ModelBundle(
            HashOf(ordered), ordered.ToDictionary(f => f.Path), processes, decisions.Select(d => d.Model).OfType<DecisionModel>());
        return new BundleResult(bundle, findings);
    }

    private static bool IsOf(SourceFile file, string extension) => file.Path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static string HashOf(List<SourceFile> ordered)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in ordered)
        {
            // Lengths keep "a" + "bc" apart from "ab" + "c".
            foreach (var part in new[] { file.Path, file.Text })
            {
                var bytes = Encoding.UTF8.GetBytes(part);
                hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
                hash.AppendData(bytes);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
