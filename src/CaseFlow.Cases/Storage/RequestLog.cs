using System.Text.Json;
using CaseFlow.Cases.Language;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Storage;

/// <summary>One request of one actor to one use case.</summary>
internal sealed record RequestKey(string ActorId, string UseCase, string RequestId);

/// <summary>Answers a repeated request with the first answer.</summary>
internal static class RequestLog
{
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    /// <summary>The first answer; or null, and the request is now this transaction's to answer.</summary>
    /// <remarks>
    /// The row is put there before the work: a second request that comes at the same time waits at the unique index until
    /// the first is stored, and is then answered, or until it is undone, and then does the work itself.
    /// </remarks>
    public static async Task<Outcome<T>?> FindAnswer<T>(CaseFlowDb db, RequestKey request, DateTimeOffset now, CancellationToken ct)
    {
        var isNew = await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Requests" ("ActorId", "UseCase", "RequestId", "Answer", "At")
            VALUES ({request.ActorId}, {request.UseCase}, {request.RequestId}, '', {now.UtcDateTime}) ON CONFLICT DO NOTHING
            """, ct) == 1;
        if (isNew)
        {
            return null;
        }

        var answer = await db.Requests
            .Where(r => r.ActorId == request.ActorId && r.UseCase == request.UseCase && r.RequestId == request.RequestId)
            .Select(r => r.Answer).SingleAsync(ct);
        // KeepAnswer has written an accepted answer, which is never null.
        return Outcome<T>.Accepted(JsonSerializer.Deserialize<T>(answer, Json)!);
    }

    public static Task KeepAnswer<T>(CaseFlowDb db, RequestKey request, T answer, CancellationToken ct)
    {
        var json = JsonSerializer.Serialize(answer, Json);
        return db.Database.ExecuteSqlAsync(
            $"""
            UPDATE "Requests" SET "Answer" = {json}
            WHERE "ActorId" = {request.ActorId} AND "UseCase" = {request.UseCase} AND "RequestId" = {request.RequestId}
            """, ct);
    }
}
