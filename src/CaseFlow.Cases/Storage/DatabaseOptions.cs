namespace CaseFlow.Cases.Storage;

/// <summary>Which database CaseFlow keeps its rows in.</summary>
public enum DatabaseProvider
{
    /// <summary>One file, one process: the embedded default.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or newer, any number of nodes.</summary>
    PostgreSql,
}

/// <param name="ConnectionString">In the provider's own format; for SQLite <c>Data Source=…</c>.</param>
/// <param name="IsBesideServer">True for a command beside a running server: on SQLite it leaves moving the log into the file to the server, since two that do so at once may lose a commit.</param>
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString, bool IsBesideServer = false);
