using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace CaseFlow.Cases.Storage;

/// <summary>What can be locked, in the order in which it is waited for: instances by id, then messages by hash.</summary>
internal readonly record struct LockKey(bool IsName, Guid Instance, long Name)
{
    public static IComparer<LockKey> Order { get; } = Comparer<LockKey>.Create(Compare);

    public static LockKey OfInstance(Guid id) => new(IsName: false, id, 0);

    /// <summary>Two messages with the same hash share a lock, which costs a wait and nothing else.</summary>
    public static LockKey OfMessage(string name, string key)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{name.Length}:{name}{key}"), hash);
        return new(IsName: true, Guid.Empty, BinaryPrimitives.ReadInt64BigEndian(hash));
    }

    private static int Compare(LockKey left, LockKey right)
    {
        var kind = left.IsName.CompareTo(right.IsName);
        if (kind != 0)
        {
            return kind;
        }

        var instance = left.Instance.CompareTo(right.Instance);
        return instance != 0 ? instance : left.Name.CompareTo(right.Name);
    }
}
