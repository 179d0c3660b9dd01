using CaseFlow.Engine.Execution;

namespace CaseFlow.Engine.Model;

/// <summary>A compiled flow node: immutable once its process is read.</summary>
public sealed class ElementModel
{
    internal ElementModel(int index, string id, ElementKind kind, int line, ProcessModel process, ElementModel? parent)
    {
        Index = index;
        Id = id;
        Kind = kind;
        Line = line;
        Process = process;
        Parent = parent;
    }

    /// <summary>The place in <see cref="ProcessModel.Elements"/>.</summary>
    public int Index { get; }

    public string Id { get; }

    public ElementKind Kind { get; }

    /// <summary>1-based line in the file.</summary>
    public int Line { get; }

    public ProcessModel Process { get; }

    /// <summary>The sub-process that contains the element; null directly in the process.</summary>
    public ElementModel? Parent { get; }

    public string? Name { get; internal set; }

    /// <summary>From <c>caseflow:name</c>; null where the model has no English name.</summary>
    public string? NameEn { get; internal set; }

    /// <summary>The innermost lane that lists the element.</summary>
    public string? LaneName { get; internal set; }

    /// <summary>What that lane is called in English, where it says so.</summary>
    public string? LaneNameEn { get; internal set; }

    /// <summary>What the public sees while a token stands here; null where the element says nothing of its own.</summary>
    public PublicStatus? Status { get; internal set; }

    /// <summary>The clauses of the mandate that this element enforces.</summary>
    public IReadOnlyList<string> Requires { get; internal set; } = [];

    public string? Documentation { get; internal set; }

    public string? DocumentationEn { get; internal set; }

    public IReadOnlyList<FlowModel> Incoming => IncomingFlows;

    public IReadOnlyList<FlowModel> Outgoing => OutgoingFlows;

    public FlowModel? DefaultFlow { get; internal set; }

    /// <summary>For a sub-process: what lies directly in it. Empty for everything else.</summary>
    public IReadOnlyList<ElementModel> Children => Content.Children;

    /// <summary>For an activity: the events on its boundary.</summary>
    public IReadOnlyList<ElementModel> BoundaryEvents => Boundary;

    /// <summary>For a boundary event: the activity that it sits on.</summary>
    public ElementModel? AttachedTo { get; internal set; }

    /// <summary>For a boundary event and the start event of an event sub-process: whether it interrupts. True elsewhere.</summary>
    public bool IsInterrupting { get; internal set; } = true;

    /// <summary>For an event: its definitions; none for a none event. For a send or receive task: its message.</summary>
    public IReadOnlyList<EventDefinition> Events => EventDefinitions;

    /// <summary>For a user task: who may do it and how.</summary>
    public UserTaskSettings? UserTask { get; internal set; }

    /// <summary>For a service or send task: the handler.</summary>
    public TopicSettings? Topic { get; internal set; }

    /// <summary>For a script task: the FEEL script.</summary>
    public ModelExpression? Script { get; internal set; }

    /// <summary>For a business rule task: the id of the decision.</summary>
    public string? DecisionId { get; internal set; }

    /// <summary>For a script or business rule task: the variable that takes the result; null merges the entries of a context.</summary>
    public string? ResultVariable { get; internal set; }

    /// <summary>For a call activity: the id of the process that it calls.</summary>
    public string? CalledProcessId { get; internal set; }

    /// <summary>For an activity that runs once for each item.</summary>
    public MultiInstanceSettings? MultiInstance { get; internal set; }

    /// <summary>For an activity that is repeated while a condition holds.</summary>
    public StandardLoopSettings? StandardLoop { get; internal set; }

    /// <summary>For an activity: how many tokens must have come before it starts. Usually 1.</summary>
    public int StartQuantity { get; internal set; } = 1;

    /// <summary>For an activity: how many tokens leave by each flow. Usually 1.</summary>
    public int CompletionQuantity { get; internal set; } = 1;

    /// <summary>For a receive task or an event-based gateway: whether its message starts the process.</summary>
    public bool Instantiates { get; internal set; }

    /// <summary>True for an activity that only undoes another.</summary>
    public bool IsForCompensation { get; internal set; }

    /// <summary>For an event: whether all of its definitions must happen, and not just one.</summary>
    public bool IsParallelMultiple { get; internal set; }

    /// <summary>For an ad-hoc sub-process: whether its activities run one at a time.</summary>
    public bool IsSequential { get; internal set; }

    /// <summary>For an ad-hoc sub-process: when true after an activity has completed, nothing more is started and the rest is cancelled.</summary>
    public ModelExpression? CompletionCondition { get; internal set; }

    /// <summary>What is evaluated into the element's own variables when it starts; for a call activity <c>caseflow:in</c>.</summary>
    public IReadOnlyList<VariableMapping> Inputs { get; internal set; } = [];

    /// <summary>What is evaluated into the enclosing scope when it completes; for a call activity <c>caseflow:out</c>.</summary>
    public IReadOnlyList<VariableMapping> Outputs { get; internal set; } = [];

    internal FlowModel[] IncomingFlows { get; set; } = [];

    internal FlowModel[] OutgoingFlows { get; set; } = [];

    internal ElementModel[] Boundary { get; set; } = [];

    internal EventDefinition[] EventDefinitions { get; set; } = [];

    /// <summary>What may run inside a sub-process.</summary>
    internal ScopeContent Content { get; set; } = ScopeContent.None;

    /// <summary>True for a gateway where tokens wait for each other.</summary>
    /// <summary>What its event definitions are, also those that could not be read further.</summary>
    internal IReadOnlyList<EventTrigger> Triggers { get; set; } = [];

    internal bool IsLink => Triggers.Contains(EventTrigger.Link);

    /// <summary>A boundary event that only points to what undoes its activity.</summary>
    internal bool AwaitsCompensation => Kind == ElementKind.BoundaryEvent && Triggers.Contains(EventTrigger.Compensation);

    internal bool IsEventSubProcessStart => Kind == ElementKind.StartEvent && Parent is { Kind: ElementKind.EventSubProcess };

    /// <summary>False where every outgoing flow is taken without a question.</summary>
    internal bool HasConditions { get; private set; }

    internal bool IsJoin { get; private set; }

    /// <summary>For an inclusive join: who can still reach it.</summary>
    internal JoinReach? Reach { get; private set; }

    /// <summary>What undoes the activity: the handler that its compensation boundary event points to.</summary>
    internal ElementModel? CompensationHandler { get; set; }

    /// <summary>True where a completed instance must be remembered, since it or something inside it can be compensated.</summary>
    internal bool IsCompensable { get; set; }

    /// <summary>For a link throw event: the catch event of the same name.</summary>
    internal ElementModel? LinkTarget { get; set; }

    public override string ToString() => $"{Kind} {Id}";

    /// <summary>Settles what follows from the flows, once all of them are known.</summary>
    internal void Seal(int elementCount)
    {
        HasConditions = DefaultFlow is not null
            || Array.Exists(OutgoingFlows, f => f.Condition is not null)
            || (Kind == ElementKind.ExclusiveGateway && OutgoingFlows.Length > 1);
        IsJoin = StartQuantity > 1
            || (IncomingFlows.Length > 1 && (Kind is ElementKind.ParallelGateway or ElementKind.InclusiveGateway));
        if (IsJoin && Kind == ElementKind.InclusiveGateway)
            Reach = JoinReach.Of(this, elementCount);
    }
}

/// <summary>A status that people outside the case's handling see.</summary>
/// <param name="Key">Stable key for queries and colours.</param>
/// <param name="Level">The level that the subject is at from here on; null leaves it where it was.</param>
public sealed record PublicStatus(string Key, string Sv, string En, string? Level = null);

/// <summary>Who may do a user task and how; expressions not yet evaluated.</summary>
/// <param name="Candidates">Any of them may do it.</param>
/// <param name="FormKey">Form in the bundle, or null for a bare confirmation.</param>
/// <param name="CommandName">The command whose rules hold on every road, or null.</param>
public sealed record UserTaskSettings(IReadOnlyList<CandidateSettings> Candidates, string? FormKey, string? CommandName)
{
    /// <summary>The assignment itself where no part of it is an expression, so that opening the task costs nothing.</summary>
    internal TaskAssignment? Fixed { get; init; }
}

/// <summary>One <c>caseflow:candidates</c>.</summary>
/// <param name="When">Where it is not true, the candidate is none; null: always one.</param>
public sealed record CandidateSettings(string Role, ModelExpression? Side, ModelExpression? Area, ModelExpression? When = null);

/// <summary>The handler of a service or send task.</summary>
/// <param name="Name">The topic.</param>
/// <param name="Inline">True: run inside the commit; false: a job, at least once.</param>
public sealed record TopicSettings(string Name, bool Inline);

/// <summary>How an activity is repeated (BPMN 2.0.2, section 10.3.8).</summary>
/// <param name="TestsBefore">Whether the condition is asked before the first time.</param>
/// <param name="Condition">While true it goes on; null goes on until <paramref name="Maximum"/>.</param>
/// <param name="Maximum">The most times that it runs, or null.</param>
public sealed record StandardLoopSettings(bool TestsBefore, ModelExpression? Condition, int? Maximum);

/// <summary>How an activity is multiplied (BPMN 2.0.2, section 10.3.8). Either a collection or a cardinality is set.</summary>
public sealed class MultiInstanceSettings
{
    public bool IsSequential { get; init; }

    public ModelExpression? Collection { get; init; }

    public ModelExpression? Cardinality { get; init; }

    /// <summary>The variable that holds the item inside each instance.</summary>
    public string? ElementVariable { get; init; }

    /// <summary>The variable of the enclosing scope that takes the list of results, in item order.</summary>
    public string? OutputCollection { get; init; }

    public ModelExpression? OutputElement { get; init; }

    /// <summary>When true after an instance has completed, the remaining are cancelled.</summary>
    public ModelExpression? CompletionCondition { get; init; }
}
