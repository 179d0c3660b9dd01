using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Forms;

/// <summary>Where the forms of a bundle lie, and the forms themselves, each read once.</summary>
public static class FormFiles
{
    private static readonly ConditionalWeakTable<ModelBundle, ConcurrentDictionary<string, FormSchema?>> Forms = [];

    /// <summary>A form lies beside its process: <c>lansarende/forms/sortering.form</c>.</summary>
    public static string PathOf(ProcessModel process, string formKey)
    {
        ArgumentNullException.ThrowIfNull(process);
        var folder = process.File.LastIndexOf('/');
        return folder < 0 ? $"forms/{formKey}.form" : $"{process.File[..folder]}/forms/{formKey}.form";
    }

    /// <summary>The form of a user task; null when the task has none.</summary>
    /// <param name="processId">The process that declares the task.</param>
    public static FormSchema? Find(ModelBundle bundle, string processId, string? formKey)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        if (formKey is null || bundle.FindProcess(processId) is not { } process)
            return null;
        return At(bundle, PathOf(process, formKey));
    }

    /// <summary>Every form of a bundle, in the order of their paths.</summary>
    public static IEnumerable<FormSchema> All(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        return bundle.Files.Keys.Where(path => path.EndsWith(".form", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(path => At(bundle, path)).OfType<FormSchema>();
    }

    private static FormSchema? At(ModelBundle bundle, string path) => Forms.GetOrCreateValue(bundle).GetOrAdd(
        path,
        at => bundle.Files.TryGetValue(at, out var file) ? FormReader.Read(at, file.Text).Form : null);
}
