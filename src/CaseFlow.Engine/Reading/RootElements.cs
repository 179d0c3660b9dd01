using System.Xml.Linq;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Reading;

/// <summary>A message of the file: its name, and the key that receivers and senders use unless they say otherwise.</summary>
internal sealed record MessageSource(string Name, ModelExpression? CorrelationKey);

/// <summary>What the file declares beside its processes, by id.</summary>
internal sealed class RootElements
{
    private readonly Dictionary<string, XElement> _byId = [];
    private readonly Dictionary<string, MessageSource> _messages = [];

    internal static RootElements Read(XElement definitions, FindingLog findings)
    {
        var roots = new RootElements();
        foreach (var root in definitions.Elements().Where(e => e.IsBpmn()))
        {
            if (root.Id() is { } id)
                roots._byId.TryAdd(id, root);
            if (root.Name == Xml.Bpmn + "message" && root.Id() is { } messageId)
            {
                var key = new ExtensionReader(root, findings).CorrelationKey();
                roots._messages.TryAdd(messageId, new MessageSource(root.Text("name") ?? messageId, key));
            }
        }

        return roots;
    }

    internal MessageSource? Message(string? reference) => Find(reference, "message") is { } found && found.Id() is { } id ? _messages[id] : null;

    /// <summary>The declared element that a reference names, when it is of this kind.</summary>
    internal XElement? Find(string? reference, string kind) =>
        Xml.Ref(reference) is { } id && _byId.TryGetValue(id, out var found) && found.Name == Xml.Bpmn + kind ? found : null;
}
