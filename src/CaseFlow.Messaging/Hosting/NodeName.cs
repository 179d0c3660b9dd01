using CaseFlow.Cases.Storage;

namespace CaseFlow.Messaging.Hosting;

/// <summary>What this process calls itself in leases.</summary>
internal sealed record NodeName(string Value)
{
    /// <summary>The one process that there is on SQLite.</summary>
    public static NodeName Embedded { get; } = new("embedded");

    /// <summary>
    /// On SQLite there is one process, so it has one fixed name and after a restart takes up its own leases at once.
    /// On PostgreSQL every start is a node of its own, and what a dead one held is free when its lease has run out.
    /// </summary>
    public static NodeName Of(DatabaseOptions database, Ids ids) => database.Provider switch
    {
        DatabaseProvider.Sqlite => Embedded,
        DatabaseProvider.PostgreSql => new($"{Environment.MachineName}-{ids.Next():N}"),
    };
}
