using CaseFlow.Engine.Execution;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Cases.Storage;

/// <summary>A process instance inside a unit of work: locked, with its state and the bundle it is pinned to. Changed through <see cref="ProcessUnit.Execute"/> only.</summary>
public sealed class LoadedInstance
{
    private readonly List<PendingFact> _pending = [];
    private readonly string? _storedNumber;

    internal LoadedInstance(InstanceRow row, InstanceState state, ModelBundle bundle)
    {
        Row = row;
        State = state;
        Bundle = bundle;
        Number = _storedNumber = row.Number;
    }

    /// <summary>Also the id of the case or meeting.</summary>
    public Guid Id => Row.Id;

    /// <summary><c>case</c>, <c>meeting</c>, or the process id for an instance that a message started.</summary>
    public string SubjectKind => Row.SubjectKind;

    /// <summary>What people call the subject; the subject sets it once it has one. Events carry it.</summary>
    public string? Number { get; set; }

    /// <summary>The present state, everything executed in this unit included.</summary>
    public InstanceState State { get; }

    /// <summary>The models the instance is pinned to.</summary>
    public ModelBundle Bundle { get; }

    /// <summary>The root variables.</summary>
    public FeelContext Variables => State.Variables;

    /// <summary>What is known at an open task or job: its scope's variables over the root's, of which a called process sees only what it was given.</summary>
    /// <exception cref="KeyNotFoundException">Nothing open has this key.</exception>
    public FeelContext VariablesAt(long key) => Variables.With(State.VariablesAt(key));

    /// <summary>The version as loaded; 0 for an instance that starts in this unit.</summary>
    public long Version => Row.Version;

    /// <summary>The version that this unit's commit gives the instance: what events of this unit carry.</summary>
    public long NextVersion => Row.Version + 1;

    /// <summary>What has happened in this unit, in order.</summary>
    public IEnumerable<Fact> NewFacts => _pending.Select(p => p.Fact);

    internal InstanceRow Row { get; }

    internal bool IsNew => Row.Version == 0;

    internal bool HasChanges => _pending.Count > 0 || Number != _storedNumber;

    internal IReadOnlyList<PendingFact> Pending => _pending;

    internal void Record(IReadOnlyList<Fact> facts, Moment moment) => _pending.AddRange(facts.Select(fact => new PendingFact(fact, moment)));
}

/// <summary>A fact of this unit that is not stored yet.</summary>
internal readonly record struct PendingFact(Fact Fact, Moment Moment);
