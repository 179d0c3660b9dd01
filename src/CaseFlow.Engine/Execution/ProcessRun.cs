using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution;

/// <summary>
/// The carrying out of one command: the facts so far, what remains to be done, and how many steps may still be taken.
/// Everything that happens goes through <see cref="Emit"/>, so that the state is always what the facts say.
/// </summary>
internal sealed class ProcessRun(ModelBundle models, InstanceState state, Moment moment)
{
    /// <summary>Elements that one command may enter. A lawful command stays far below; a loop that never waits is stopped here.</summary>
    internal const int StepBudget = 100_000;

    /// <summary>How deep calls may be nested; more is a process that calls itself without end.</summary>
    internal const int DeepestCall = 50;

    private readonly List<Fact> _facts = new(8);
    private FeelEnvironment? _environment;
    private int _steps;

    internal ModelBundle Models => models;

    internal InstanceState State => state;

    internal Moment Moment => moment;

    internal Agenda Agenda { get; } = new();

    internal IReadOnlyList<Fact> Facts => _facts;

    /// <summary>The stage that the element at hand is in, for an incident.</summary>
    internal LifecycleStage Stage { get; set; }

    /// <summary>The end event that was reached last directly in the process.</summary>
    internal string? LastEndElementId { get; set; }

    /// <summary>True when a variable has changed, or a condition began to be listened to, since conditions were last looked at.</summary>
    internal bool ConditionsAreStale { get; set; }

    internal FeelEnvironment Environment => _environment ??= new FeelEnvironment(moment.Now, WorkingDays.Zone);

    internal long NextKey => state.LastKey + 1;

    internal void Emit(Fact fact)
    {
        state.Apply(fact);
        _facts.Add(fact);
        if (fact is VariablesSet or ConditionAwaited)
            ConditionsAreStale = true;
    }

    internal ElementInstance EmitEntered(ElementModel element, ElementInstance scope)
    {
        Emit(new ElementEntered(NextKey, element.Id, scope.Key));
        var instance = state.LastEntered;
        instance.Element = element;
        return instance;
    }

    /// <summary>True while the budget lasts.</summary>
    internal bool SpendStep() => ++_steps <= StepBudget;

    /// <summary>The compiled element of an instance that is not the process itself.</summary>
    internal ElementModel ElementOf(ElementInstance instance) =>
        instance.Element ??= ProcessAround(instance).FindElement(instance.ElementId)
            ?? throw new InvalidOperationException($"The element {instance.ElementId} is not in the model.");

    internal ElementModel CatcherOf(Wait wait) =>
        wait.Catcher ??= FindCatcher(wait)
            ?? throw new InvalidOperationException($"The element {wait.ElementId} is not in the model.");

    /// <summary>What may run inside a scope.</summary>
    internal ScopeContent ContentOf(ElementInstance scope) =>
        scope.Content ??= scope.IsProcessRoot ? Process(scope.CalledProcessId).Content : ElementOf(scope).Content;

    /// <summary>Evaluates over the variables that the instance sees. False when it failed and an incident was raised.</summary>
    internal bool TryEvaluate(ElementInstance instance, ModelExpression expression, out FeelValue value) =>
        TryEvaluate(instance, expression, null, out value);

    /// <param name="variables">What the expression sees; null for what the instance sees.</param>
    internal bool TryEvaluate(ElementInstance instance, ModelExpression expression, FeelContext? variables, out FeelValue value)
    {
        if (expression.Feel is not { } feel)
        {
            value = expression.Literal;
            return true;
        }

        var result = feel.Evaluate(variables ?? VariableScopes.Visible(instance), Environment);
        value = result.Value;
        if (result.Failure is null)
            return true;
        RaiseIncident(instance, IncidentCodes.ExpressionFailed, $"{expression.Text}: {result.Error}");
        return false;
    }

    /// <summary>Evaluates mappings over the variables that the instance sees. False when one failed and an incident was raised.</summary>
    internal bool TryMap(ElementInstance instance, IReadOnlyList<VariableMapping> mappings, FeelContext? variables, out FeelContext results)
    {
        results = FeelContext.Empty;
        if (mappings.Count == 0)
            return true;
        variables ??= VariableScopes.Visible(instance);
        var values = new KeyValuePair<string, FeelValue>[mappings.Count];
        for (var i = 0; i < values.Length; i++)
        {
            if (!TryEvaluate(instance, mappings[i].Value, variables, out var value))
                return false;
            values[i] = new(mappings[i].Name, value);
        }

        results = FeelContext.Of(values);
        return true;
    }

    internal void RaiseIncident(ElementInstance instance, string code, string detail) =>
        Emit(new IncidentRaised(NextKey, instance.Key, instance.ElementId, code, detail, Stage));

    /// <summary>Elements of another bundle object with the same content may be cached in the state; they are looked up anew.</summary>
    internal void Bind()
    {
        if (ReferenceEquals(state.Models, models))
            return;
        state.Models = models;
        foreach (var instance in state.Instances)
            (instance.Element, instance.Content) = (null, null);
        if (state.Root is { } root)
            root.Content = null;
        foreach (var wait in state.AllWaits)
            wait.Catcher = null;
    }

    internal ProcessModel ProcessAround(ElementInstance instance)
    {
        var at = instance.Scope;
        while (at is { IsProcessRoot: false })
            at = at.Scope;
        return Process(at?.CalledProcessId);
    }

    private ElementModel? FindCatcher(Wait wait)
    {
        // The owner of an event sub-process's wait may be a call activity: then the event lies in the called process.
        var owner = state.FindInstance(wait.ElementKey) ?? throw new InvalidOperationException($"{wait} has no owner.");
        var inside = Array.Find(ContentOf(owner).EventSubProcessStarts, s => s.Id == wait.ElementId);
        return inside ?? ProcessAround(owner).FindElement(wait.ElementId);
    }

    private ProcessModel Process(string? calledProcessId)
    {
        // A run is only made for a started instance, so the state has a process id.
        var id = calledProcessId ?? state.ProcessId!;
        return models.FindProcess(id) ?? throw new InvalidOperationException($"The process {id} is not in the bundle.");
    }
}
