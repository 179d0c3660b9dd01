using System.Collections.Frozen;

namespace CaseFlow.Engine.Model;

/// <summary>A compiled process: immutable, shared by all instances that are pinned to its bundle.</summary>
public sealed class ProcessModel
{
    private FrozenDictionary<string, ElementModel> _byId = FrozenDictionary<string, ElementModel>.Empty;

    internal ProcessModel(string id, string? name, string file, int line, bool isExecutable)
    {
        Id = id;
        Name = name ?? id;
        File = file;
        Line = line;
        IsExecutable = isExecutable;
    }

    public string Id { get; }

    /// <summary>The process's name, or its id where it has none.</summary>
    public string Name { get; }

    /// <summary>The path of the file in the bundle.</summary>
    public string File { get; }

    public int Line { get; }

    /// <summary>False for a process that is only documentation; such a process cannot be started.</summary>
    public bool IsExecutable { get; }

    /// <summary>From <c>caseflow:name</c>; null where the model has no English name.</summary>
    public string? NameEn { get; internal set; }

    public string? Documentation { get; internal set; }

    public string? DocumentationEn { get; internal set; }

    /// <summary>All flow nodes, those of sub-processes included, in document order.</summary>
    public IReadOnlyList<ElementModel> Elements { get; private set; } = [];

    /// <summary>All sequence flows, those of sub-processes included, in document order.</summary>
    public IReadOnlyList<FlowModel> Flows { get; private set; } = [];

    /// <summary>What lies directly in the process.</summary>
    public IReadOnlyList<ElementModel> Children => Content.Children;

    /// <summary>The top start event without trigger, or null when the process starts only by message, signal or timer.</summary>
    public ElementModel? NoneStart { get; private set; }

    /// <summary>The top start events, and receive tasks that instantiate, by message: an incoming message with such a name may start an instance.</summary>
    public IReadOnlyList<MessageStart> MessageStarts { get; private set; } = [];

    /// <summary>The names of the lanes in document order, innermost lanes only.</summary>
    public IReadOnlyList<string> Lanes { get; internal set; } = [];

    internal ScopeContent Content { get; private set; } = ScopeContent.None;

    /// <summary>The element with this id, or null.</summary>
    public ElementModel? FindElement(string id) => _byId.GetValueOrDefault(id);

    // A gateway that starts the process does so by one of the events after it.
    private static IEnumerable<ElementModel> Awaited(ElementModel instantiating) =>
        instantiating.Kind == ElementKind.EventBasedGateway ? instantiating.OutgoingFlows.Select(f => f.Target) : [instantiating];

    internal void Seal(ElementModel[] elements, FlowModel[] flows)
    {
        Elements = elements;
        Flows = flows;
        foreach (var element in elements)
            element.Seal(elements.Length);
        Content = ScopeContent.Of(elements.Where(e => e.Parent is null));
        _byId = elements.DistinctBy(e => e.Id).ToFrozenDictionary(e => e.Id);
        var events = Content.Children.Where(e => e.Kind == ElementKind.StartEvent).ToList();
        NoneStart = events.Find(s => s.EventDefinitions.Length == 0);
        var starts = events.Concat(Content.Children.Where(e => e.Instantiates).SelectMany(Awaited));
        MessageStarts =
        [
            .. from start in starts
               from definition in start.EventDefinitions
               where definition.Trigger == EventTrigger.Message && definition.Name is not null
               select new MessageStart(definition.Name!, start), // the line above keeps nameless ones out
        ];
    }
}

/// <summary>A start event that a message triggers.</summary>
public sealed record MessageStart(string MessageName, ElementModel Element);
