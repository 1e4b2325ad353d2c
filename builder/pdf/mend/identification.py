"""What the file says that it is: PDF/UA-1 beside PDF/A-3a, which WeasyPrint cannot both (WeasyPrint#2783)."""

from __future__ import annotations

import pikepdf
from lxml import etree

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

PDF_UA = f"""
<rdf:RDF xmlns:rdf="{RDF}" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<rdf:Description rdf:about="" pdfuaid:part="1"/>
<rdf:Description rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF>"""
"""PDF/A allows no property that it does not know unless the file describes it (ISO 19005-3, 6.6.2.3)."""


def identify_as_pdf_ua(pdf: pikepdf.Pdf) -> None:
    """Add PDF/UA-1 to the metadata of a PDF/A file."""
    metadata = pdf.Root.Metadata
    packet = etree.fromstring(metadata.read_bytes()).getroottree()
    next(packet.iter(f"{{{RDF}}}RDF")).extend(etree.fromstring(PDF_UA))
    etree.cleanup_namespaces(packet)
    metadata.write(etree.tostring(packet, encoding="utf-8"))
