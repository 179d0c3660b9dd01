using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Cases.Storage;

/// <summary>
/// The hash chain over one instance's facts. Each hash covers the one before, so that a fact that was changed, removed,
/// inserted or moved is found at the first row that no longer fits.
/// </summary>
public static class FactChain
{
    /// <summary>What stands before the first fact: the hash of the instance's id, so that chains cannot be exchanged.</summary>
    public static byte[] Start(Guid instanceId)
    {
        Span<byte> id = stackalloc byte[16];
        instanceId.TryWriteBytes(id, bigEndian: true, out _);
        return SHA256.HashData(id);
    }

    /// <summary>The hash of <paramref name="fact"/> after <paramref name="previous"/>: over sequence, time in ms, actor, name, version and the stored bytes, each with its length.</summary>
    public static byte[] Next(ReadOnlySpan<byte> previous, FactRow fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        AppendNumber(hash, fact.Sequence);
        AppendNumber(hash, fact.At.ToUnixTimeMilliseconds());
        AppendText(hash, fact.Actor);
        AppendText(hash, fact.Name);
        AppendNumber(hash, fact.FactVersion);
        AppendNumber(hash, fact.Json.Length);
        hash.AppendData(fact.Json);
        return hash.GetHashAndReset();
    }

    private static void AppendNumber(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void AppendText(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        AppendNumber(hash, bytes.Length);
        hash.AppendData(bytes);
    }
}
