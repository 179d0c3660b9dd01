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
        return Forms.GetOrCreateValue(bundle).GetOrAdd(
            PathOf(process, formKey),
            path => bundle.Files.TryGetValue(path, out var file) ? FormReader.Read(path, file.Text).Form : null);
    }
}
