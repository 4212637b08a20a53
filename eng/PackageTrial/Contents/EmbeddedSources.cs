using System.IO.Compression;
using System.Reflection.Metadata;

namespace PackageTrial.Contents;

/// <summary>The sources in a file with symbols: generated code, which is not in the repository.</summary>
internal static class EmbeddedSources
{
    private static readonly Guid Kind = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    /// <summary>Returns the sources as UTF-8, decompressed.</summary>
    public static IReadOnlyList<byte[]> In(byte[] symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(symbols));
        MetadataReader reader = provider.GetMetadataReader();
        return
        [
            .. reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation)
                .Where(information => reader.GetGuid(information.Kind) == Kind)
                .Select(information => Decompress(reader.GetBlobBytes(information.Value))),
        ];
    }

    // A length, and the compressed bytes; if it is zero, the bytes are not compressed.
    private static byte[] Decompress(byte[] blob)
    {
        if (BitConverter.ToInt32(blob) == 0)
        {
            return blob[sizeof(int)..];
        }

        using var deflate = new DeflateStream(
            new MemoryStream(blob, sizeof(int), blob.Length - sizeof(int)), CompressionMode.Decompress);
        using var source = new MemoryStream();
        deflate.CopyTo(source);
        return source.ToArray();
    }
}
