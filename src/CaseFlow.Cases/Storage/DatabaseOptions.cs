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
public sealed record DatabaseOptions(DatabaseProvider Provider, string ConnectionString);
