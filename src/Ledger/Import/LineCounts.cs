using System.Buffers.Binary;

namespace Ledger.Import;

/// <summary>Tells equal lines of one file apart by their order. It keeps the first half of each line's hash, which no two
/// different lines share by chance: at most 75 bytes a line, twice that for the moment in which it grows.</summary>
internal sealed class LineCounts
{
    private readonly HashSet<UInt128> seen = [];
    private readonly Dictionary<UInt128, int> repeated = [];

    /// <returns>The line's place among equal lines so far, from 1.</returns>
    public int OrdinalOf(byte[] hash)
    {
        var key = BinaryPrimitives.ReadUInt128BigEndian(hash);
        if (seen.Add(key))
            return 1;
        return repeated[key] = repeated.GetValueOrDefault(key, 1) + 1;
    }
}
