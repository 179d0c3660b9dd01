using System.Resources;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Model;
using CaseFlow.Engine.Reading;

namespace CaseFlow.Cases.Processes;

/// <summary>Everything a model refers to outside itself is there: the form of each user task, its command, the handler of each topic in its mode. Every form can be shown and checked.</summary>
internal sealed class BindingCheck(TopicRegistry topics, TaskCommands commands) : IBundleCheck
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Processes.ProcessTexts", typeof(BindingCheck).Assembly);

    public IEnumerable<Finding> Check(ModelBundle bundle)
    {
        ArgumentNullException.ThrowIfNull(bundle);
        var elements = bundle.Processes.Where(p => p.IsExecutable).SelectMany(p => p.Elements);
        return [.. elements.SelectMany(element => Check(bundle, element)), .. bundle.Files.Values.SelectMany(CheckForm)];
    }

    private IEnumerable<Finding> Check(ModelBundle bundle, ElementModel element)
    {
        if (element.UserTask?.FormKey is { } form && FormFiles.PathOf(element.Process, form) is var path && !bundle.Files.ContainsKey(path))
        {
            yield return Error("FormMissing", element, path);
        }

        if (element.UserTask?.CommandName is { } command && commands.Find(command) is null)
        {
            yield return Error("CommandUnknown", element, command);
        }

        if (element.Topic is { } topic && !IsHandled(topic))
        {
            yield return Error("TopicUnknown", element, topic.Name, topic.Inline ? "inline" : "job");
        }
    }

    private static IReadOnlyList<Finding> CheckForm(SourceFile file) =>
        file.Path.EndsWith(".form", StringComparison.OrdinalIgnoreCase)
            ? FormReader.Read(file.Path, file.Text).Findings
            : [];

    private bool IsHandled(TopicSettings topic) => topic.Inline ? topics.FindInline(topic.Name) is not null : topics.FindJob(topic.Name) is not null;

    private static Finding Error(string text, ElementModel element, params object?[] arguments)
    {
        var words = BilingualText.From(Texts, text, arguments);
        return new(FindingSeverity.Error, text, element.Process.File, element.Id, element.Line, words.Sv, words.En);
    }
}
