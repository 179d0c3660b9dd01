using CaseFlow.Cases.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CaseFlow.Migrations;

/// <summary>The contexts as dotnet ef sees them: it compares models and needs no database.</summary>
internal sealed class SqliteAtDesignTime : IDesignTimeDbContextFactory<SqliteCaseFlowDb>
{
    public SqliteCaseFlowDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteCaseFlowDb>().UseSqlite("Data Source=:memory:").Options, new WriteGate());
}

/// <inheritdoc cref="SqliteAtDesignTime"/>
internal sealed class PostgreSqlAtDesignTime : IDesignTimeDbContextFactory<PostgreSqlCaseFlowDb>
{
    public PostgreSqlCaseFlowDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlCaseFlowDb>().UseNpgsql("Host=localhost").Options);
}
