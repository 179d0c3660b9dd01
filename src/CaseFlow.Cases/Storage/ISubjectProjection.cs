namespace CaseFlow.Cases.Storage;

/// <summary>
/// Derives a subject's columns from where its tokens stand, inside the commit. The case has one
/// (<c>Timeline/CaseProjection</c>); another subject with its own instances registers its own.
/// </summary>
public interface ISubjectProjection
{
    /// <summary>The <see cref="LoadedInstance.SubjectKind"/> that it is for.</summary>
    string SubjectKind { get; }

    /// <summary>Called once for each changed instance, after all commands of the unit. May change rows and publish events; executes nothing.</summary>
    Task Project(ProcessUnit unit, LoadedInstance instance, CancellationToken ct);
}
