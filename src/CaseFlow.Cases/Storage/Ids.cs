namespace CaseFlow.Cases.Storage;

/// <summary>The one place where ids of rows are made: version 7 GUIDs, which sort by time. Ids inside an instance are counted by the engine.</summary>
public sealed class Ids(TimeProvider time)
{
    public Guid Next() => Guid.CreateVersion7(time.GetUtcNow());
}
